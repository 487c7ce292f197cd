// Whether the answers to a survey remain comparable after a change. Pure.
import { type Survey, surveySchema } from '../../../surveys/schema.ts';
import type { ContentDocument } from '../../check/document.ts';
import { changeWords } from '../../check/survey/change-words.ts';
import { excerpt, quoted } from '../../check/wording.ts';
import { type Changes, changesBetween, isHarmless, isOnlyWording, isSame } from '../../survey/changes.ts';
import { versionOf } from '../../survey/version.ts';

export interface SurveyChange {
  readonly id: string;
  /**
   * `lost`: the questions changed and the version did not; `wording`: only wording changed; `version`: a new
   * version separates the old answers; `added`: nothing is lost; `gone`: the survey was removed.
   */
  readonly outcome: 'lost' | 'wording' | 'version' | 'added' | 'gone';
  readonly version: number;
  readonly details: readonly string[];
}

/** Every survey with a change that affects its answers. */
export function surveyChanges(
  before: readonly ContentDocument[],
  after: readonly ContentDocument[],
): readonly SurveyChange[] {
  const now = new Map(surveys(after));
  return surveys(before).flatMap(([id, old]): readonly SurveyChange[] => {
    const survey = now.get(id);
    if (survey === undefined)
      // A file that is unreadable now has not been removed.
      return after.some(document => document.kind === 'surveys' && document.id === id)
        ? []
        : [{ id, outcome: 'gone', version: old.version, details: [] }];
    const changes = changesBetween(versionOf(old, old.opens), versionOf(survey, survey.opens));
    if (isSame(changes) && old.version === survey.version) return [];
    return [
      { id, outcome: outcomeOf(changes, old, survey), version: survey.version, details: detailsOf(changes) },
    ];
  });
}

const surveys = (documents: readonly ContentDocument[]): readonly (readonly [string, Survey])[] =>
  documents.flatMap(({ kind, id, data }) => {
    const survey = kind === 'surveys' ? surveySchema.safeParse(data) : undefined;
    return survey?.success ? [[id, survey.data] as const] : [];
  });

function outcomeOf(changes: Changes, old: Survey, now: Survey): SurveyChange['outcome'] {
  if (old.version !== now.version) return 'version';
  if (isHarmless(changes)) return 'added';
  return isOnlyWording(changes) ? 'wording' : 'lost';
}

function detailsOf({ gone, changed, added, promises }: Changes): readonly string[] {
  const { audience, threshold, groups } = promises;
  return [
    ...gone.map(({ id, label }) => `jautājuma ${quoted(id)} vairs nav: ${quoted(excerpt(label))}`),
    ...changed.map(
      ({ before, aspects }) =>
        `jautājums ${quoted(before.id)}: mainīts ${aspects.map(aspect => changeWords(before, aspect)).join(', ')}`,
    ),
    ...added.map(({ id, label }) => `jauns jautājums ${quoted(id)}: ${quoted(excerpt(label))}`),
    ...(audience ? ['mainīts, kam aptauja domāta (audience)'] : []),
    ...(threshold ? ['mainīts anonimitātes slieksnis'] : []),
    ...groups.map(({ id }) => `mainīts, vai rezultātus skata pa jautājuma ${quoted(id)} atbildēm`),
  ];
}
