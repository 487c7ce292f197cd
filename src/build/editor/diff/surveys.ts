// Whether the answers to a survey can still be compared after a change. Pure.
import { type Survey, surveySchema } from '../../../surveys/schema.ts';
import type { ContentDocument } from '../../check/document.ts';
import { changeWords } from '../../check/survey/change-words.ts';
import { excerpt, quoted } from '../../check/wording.ts';
import { type Changes, changesBetween, isHarmless, isOnlyWording, isSame } from '../../survey/changes.ts';
import { versionOf } from '../../survey/version.ts';

export interface SurveyChange {
  readonly id: string;
  /**
   * `lost`: what is asked changed and the version did not; `wording`: only words of questions did; `version`: the new
   * version sets the old answers apart; `added`: nothing is lost; `gone`: nobody is asked any more.
   */
  readonly outcome: 'lost' | 'wording' | 'version' | 'added' | 'gone';
  readonly version: number;
  readonly details: readonly string[];
}

/** Every survey of which something changed that answers depend on. */
export function surveyChanges(
  before: readonly ContentDocument[],
  after: readonly ContentDocument[],
): readonly SurveyChange[] {
  const now = new Map(surveys(after));
  return surveys(before).flatMap(([id, old]): readonly SurveyChange[] => {
    const survey = now.get(id);
    if (survey === undefined)
      // A file that cannot be read now is not gone.
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
