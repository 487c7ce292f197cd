// Finds questions that a kiosk survey cannot ask: it starts with faces, then takes one tap per answer. Pure.
import { longestWay } from '../../kiosk/survey/flow.ts';
import { FACES, FURTHER, isTapped, kioskQuestions } from '../../kiosk/survey/questions.ts';
import { type Survey, surveySchema } from '../../surveys/schema.ts';
import { type ContentDocument, problemAt } from './document.ts';
import type { Problem } from './problem.ts';
import { surveyQuestions } from './values.ts';
import { quoted } from './wording.ts';
import type { Path } from './yaml.ts';

type Question = Survey['sections'][number]['questions'][number];
interface Placed {
  readonly question: Question;
  readonly path: Path;
}

/** Questions of a kiosk survey that the screen does not support. */
export function kioskSurveyProblems(document: ContentDocument): readonly Problem[] {
  if (document.kind !== 'surveys') return [];
  const { data: survey } = surveySchema.safeParse(document.data);
  // Values that the schema refuses are reported by the schema check.
  if (survey?.audience !== 'kiosk') return [];
  const paths = surveyQuestions(document.data);
  const placed = survey.sections
    .flatMap(({ questions }) => questions)
    .map((question, i) => ({ question, path: paths[i] ?? [] }));
  const [first, ...further] = placed;
  const wrong = [
    ...(first ? facesProblems(document, survey, first) : []),
    ...further.flatMap(entry => furtherProblems(document, entry)),
  ];
  return wrong.length > 0 ? wrong : lengthProblems(document, survey, placed);
}

function facesProblems(
  document: ContentDocument,
  survey: Survey,
  { question, path }: Placed,
): readonly Problem[] {
  const wrong = (field: string | null, message: string, fix: string) =>
    problemAt(document, field === null ? path : [...path, field], {
      found: '',
      message: `kioska aptaujas pirmais jautājums ir sejas: ${message}`,
      fix,
      anchor: 'aptaujas-uzbuve',
    });
  if (question.kind !== 'scale')
    return [
      wrong(
        'kind',
        'tam jābūt skalai',
        `Pirmajam jautājumam rakstiet “kind: scale” un ${FACES} nosaukumus laukā “labels”.`,
      ),
    ];
  const { points, labels, cantSay, showIf } = question;
  return [
    ...(points === FACES
      ? []
      : [
          wrong(
            'points',
            `skalā jābūt ${FACES} punktiem`,
            `Rakstiet “points: ${FACES}” vai lauku izlaidiet.`,
          ),
        ]),
    ...(labels
      ? []
      : [
          wrong(
            null,
            'zem katras sejas vajag nosaukumu',
            `Laukā “labels” uzskaitiet ${FACES} nosaukumus, no sliktākā līdz labākajam.`,
          ),
        ]),
    ...(cantSay ? [wrong(null, '“Nevaru atbildēt” tam nav', 'Rakstiet “cantSay: false”.')] : []),
    ...(showIf || survey.sections[0]?.showIf
      ? [wrong(null, 'to uzdod vienmēr', 'Izdzēsiet pirmā jautājuma un tā sadaļas “showIf”.')]
      : []),
  ];
}

function furtherProblems(document: ContentDocument, { question, path }: Placed): readonly Problem[] {
  if (!isTapped(question))
    return [
      problemAt(document, [...path, 'kind'], {
        found: question.kind,
        message: 'kioskā uz katru jautājumu atbild ar vienu pieskārienu',
        fix: 'Izvēlieties “choice”, “scale” vai “nps”. Pārējos jautājumus uzdodiet aptaujā tīmeklī.',
        anchor: 'aptaujas-uzbuve',
      }),
    ];
  if (!question.required) return [];
  return [
    problemAt(document, [...path, 'required'], {
      found: 'true',
      message: 'kioskā obligāta ir tikai pirmā atbilde, pārējos jautājumus var izlaist',
      fix: 'Izdzēsiet “required: true”.',
      anchor: 'aptaujas-uzbuve',
    }),
  ];
}

function lengthProblems(
  document: ContentDocument,
  survey: Survey,
  placed: readonly Placed[],
): readonly Problem[] {
  const way = longestWay(
    kioskQuestions(survey).map(({ id, showIf, options }) => ({
      name: id,
      showIf,
      values: options.map(({ value }) => value),
    })),
  );
  const excess = placed.find(({ question }) => question.id === way[FURTHER + 1]);
  if (!excess) return [];
  return [
    problemAt(document, excess.path, {
      found: excess.question.label,
      message: `kioskā pēc sejām vienam cilvēkam uzdod ne vairāk par ${FURTHER} jautājumiem; te var sanākt ${way.length - 1}: ${way.slice(1).map(quoted).join(', ')}`,
      fix: 'Izdzēsiet kādu jautājumu vai ar “showIf” panāciet, ka visus reizē neuzdod.',
      anchor: 'aptaujas-uzbuve',
    }),
  ];
}
