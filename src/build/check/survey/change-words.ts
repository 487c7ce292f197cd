// Describes what a question was before a change. Pure.
import { type Aspect, aspectOf } from '../../../forms/survey/same-question.ts';
import type { RecordedQuestion } from '../../../surveys/versions-schema.ts';
import { excerpt, quoted } from '../wording.ts';

/** For example `formulējums (bija “…”)`, an item of the list after “mainīts:”. */
export function changeWords(before: RecordedQuestion, aspect: Aspect): string {
  const was = excerpt(aspectOf(before, aspect));
  switch (aspect) {
    case 'kind':
      return `atbildes veids (bija ${was})`;
    case 'label':
      return `formulējums (bija ${quoted(was)})`;
    case 'of':
      return `tabulas virsraksts (bija ${quoted(was)})`;
    case 'options':
      return `atbilžu varianti (bija ${was})`;
    case 'optionLabels':
      return `atbilžu teksti (bija ${quoted(was)})`;
    case 'rows':
      return `tabulas rindas (bija ${quoted(was)})`;
    case 'points':
      return `skalas punktu skaits (bija ${was})`;
    case 'scaleLabels':
      return `skalas nosaukumi (bija ${quoted(was)})`;
    case 'cantSay':
      return `iespēja “Nevaru atbildēt” (${before.cantSay ? 'bija' : 'nebija'})`;
    case 'range':
      return `robežas (bija ${excerpt(rangeWords(before))})`;
    case 'condition':
      return `nosacījums, kad to jautā (${before.showIf ? `bija ${excerpt(before.showIf.map(conditionWords).join('; '))}` : 'nebija'})`;
  }
}

const rangeWords = ({ min, max, unit, from, to }: RecordedQuestion): string =>
  [min ?? from ?? '…', '–', max ?? to ?? '…', unit ?? ''].join(' ').trim();

type Condition = NonNullable<RecordedQuestion['showIf']>[number];

function conditionWords({ question, is, atLeast, atMost }: Condition): string {
  if (is !== undefined) return `${question} = ${[is].flat().join(' vai ')}`;
  if (atLeast !== undefined) return `${question} vismaz ${atLeast}`;
  return atMost === undefined ? `${question} atbildēts` : `${question} ne vairāk kā ${atMost}`;
}
