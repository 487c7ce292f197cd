// Which changes to a survey may be recorded, and which need the editor's decision. Pure.
import type { Survey } from '../../surveys/schema.ts';
import type { RecordedVersion } from '../../surveys/versions-schema.ts';
import { changesBetween, isHarmless, isOnlyWording, isSame } from './changes.ts';
import { versionOf } from './version.ts';

export type Keeping =
  | { readonly outcome: 'same' }
  | { readonly outcome: 'kept'; readonly versions: readonly RecordedVersion[] }
  /** Something changed that respondents were asked or promised. */
  | { readonly outcome: 'changed' };

interface KeepingOptions {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** True when the editor named this survey: then a corrected spelling is recorded again. */
  readonly isNamed: boolean;
}

/**
 * Records the present version of a survey after those in `before`. A new version and new questions are always
 * added; changed wording only for a survey that was named; other changes only before its first day, while
 * nobody has answered.
 */
export function keepVersion(
  survey: Survey,
  before: readonly RecordedVersion[],
  { today, isNamed }: KeepingOptions,
): Keeping {
  const now = versionOf(survey, today);
  if (before.some(({ version }) => version > now.version)) return { outcome: 'changed' };
  const old = before.find(({ version }) => version === now.version);
  if (old === undefined) return { outcome: 'kept', versions: [...before, now] };
  const changes = changesBetween(old, now);
  if (isSame(changes)) return { outcome: 'same' };
  const mayReplace = isNamed && (isOnlyWording(changes) || today < survey.opens);
  if (!isHarmless(changes) && !mayReplace) return { outcome: 'changed' };
  const others = before.filter(version => version !== old);
  return { outcome: 'kept', versions: [...others, { ...now, recorded: old.recorded }] };
}
