// Differences between a survey and the record of the same version. Pure.
import { type Aspect, differences, isWording } from '../../forms/survey/same-question.ts';
import type { RecordedQuestion, RecordedVersion } from '../../surveys/versions-schema.ts';

export interface ChangedQuestion {
  readonly before: RecordedQuestion;
  readonly aspects: readonly Aspect[];
}

export interface Changes {
  /** Removed and added questions; only removed ones lose answers. */
  readonly gone: readonly RecordedQuestion[];
  readonly added: readonly RecordedQuestion[];
  readonly changed: readonly ChangedQuestion[];
  /** What respondents were promised: the audience, the smallest group, the splits of results. */
  readonly promises: {
    readonly audience: boolean;
    readonly threshold: boolean;
    readonly groups: readonly RecordedQuestion[];
  };
}

/** The differences of `now` from `before`, two readings of one version. */
export function changesBetween(before: RecordedVersion, now: RecordedVersion): Changes {
  const present = new Map(now.questions.map(question => [question.id, question]));
  const known = new Set(before.questions.map(({ id }) => id));
  const pairs = before.questions.flatMap(old => {
    const question = present.get(old.id);
    return question === undefined ? [] : [{ old, question }];
  });
  return {
    gone: before.questions.filter(({ id }) => !present.has(id)),
    added: now.questions.filter(({ id }) => !known.has(id)),
    changed: pairs
      .map(({ old, question }) => ({ before: old, aspects: telling(differences(old, question)) }))
      .filter(({ aspects }) => aspects.length > 0),
    promises: {
      audience: before.audience !== now.audience,
      threshold: before.threshold !== now.threshold,
      groups: pairs.filter(({ old, question }) => old.group !== question.group).map(({ old }) => old),
    },
  };
}

/** When answers or points differ, a difference of their labels is not reported separately. */
const telling = (aspects: readonly Aspect[]): readonly Aspect[] =>
  aspects.filter(
    aspect =>
      !(aspect === 'optionLabels' && aspects.includes('options')) &&
      !(aspect === 'scaleLabels' && aspects.includes('points')),
  );

/** True when nothing has changed. */
export const isSame = (changes: Changes): boolean => isHarmless(changes) && changes.added.length === 0;

/** True when nothing that was asked or promised has changed; questions may have been added. */
export const isHarmless = ({ gone, changed, promises }: Changes): boolean =>
  gone.length === 0 && changed.length === 0 && arePromisesKept(promises);

/** True when only wording changed, which may be a corrected spelling. */
export const isOnlyWording = ({ gone, changed, promises }: Changes): boolean =>
  gone.length === 0 && arePromisesKept(promises) && changed.every(({ aspects }) => aspects.every(isWording));

const arePromisesKept = ({ audience, threshold, groups }: Changes['promises']): boolean =>
  !audience && !threshold && groups.length === 0;
