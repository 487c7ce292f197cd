// What may be put down about the versions of a survey, and what only after somebody has decided. Pure.
import type { Survey } from '../../surveys/schema.ts';
import type { RecordedVersion } from '../../surveys/versions-schema.ts';
import { changesBetween, isHarmless, isOnlyWording, isSame } from './changes.ts';
import { versionOf } from './version.ts';

export type Keeping =
  | { readonly outcome: 'same' }
  | { readonly outcome: 'kept'; readonly versions: readonly RecordedVersion[] }
  /** Something changed that those who answered were asked or promised. */
  | { readonly outcome: 'changed' };

interface KeepingOptions {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** The editor named this very survey: then a mended spelling is put down anew. */
  readonly isNamed: boolean;
}

/**
 * Puts the present version of a survey down beside those `before`. A new version and new questions are always added;
 * other words only for a survey that was named; anything else only before its first day, when nobody has answered yet.
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
