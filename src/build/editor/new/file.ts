// A new file: its path, and its text from the schema of its kind. Pure.
import { schemaNode } from '../../../site/field-table.ts';
import { pageRoute, RESERVED_SERVICE_IDS } from '../../../site/routes.ts';
import { SCHEMAS } from '../../check/document.ts';
import { valueAt } from '../../check/schema-path.ts';
import { UNFILLED } from '../../check/unfilled.ts';
import { quoted } from '../../check/wording.ts';
import { type Drafting, draftFields } from './draft.ts';
import type { FileKind } from './kinds.ts';
import { nameFault, unknownFile } from './names.ts';
import type { Plan, Present } from './plan.ts';
import { translationFields } from './translation.ts';

/** The file, or why no file of that name is possible. */
export function filePlan(kind: FileKind, typed: string, isEnglish: boolean, present: Present): Plan {
  const fault = nameFault(kind, typed);
  if (fault !== undefined) return { refusal: fault };
  const target = isEnglish && kind.english ? kind.english : kind.kind;
  const id = isEnglish && target === 'pages' && !typed.startsWith('en-') ? `en-${typed}` : typed;
  const there = present.documents.find(document => document.kind === target && document.id === id);
  if (there !== undefined) return { refusal: `Fails ${there.file} jau ir; tas palika, kāds bija.` };
  const taken = takenAddress(kind, id, present);
  if (taken !== undefined) return { refusal: `Adresi ${taken} vietne jau lieto. Izvēlieties citu kodu.` };
  if (isEnglish && target !== 'pages') return translationPlan(kind, id, present);
  const fields = draftFields(schemaNode(SCHEMAS[target]), drafting(kind, id, isEnglish, present));
  return {
    path: `content/${target}/${id}.mdx`,
    text: textOf(fields, kind.body),
    isNew: true,
    ...notes(isEnglish, present),
  };
}

const textOf = (fields: readonly string[], body: string): string =>
  `---\n${fields.join('\n')}\n---\n${body === '' ? '' : `\n${body}`}`;

function drafting(kind: FileKind, id: string, isEnglish: boolean, present: Present): Drafting {
  const { today, site, documents } = present;
  const colleagues = documents.filter(document => document.kind === 'staff').map(document => document.id);
  const given = kind.given({ id, today, site, colleagues });
  return { today, given: isEnglish ? { ...given, lang: { text: 'en' } } : given };
}

/** A page or service whose address is already taken; one of the two would be dropped silently. */
function takenAddress({ kind }: FileKind, id: string, { site }: Present): string | undefined {
  if (kind === 'services' && RESERVED_SERVICE_IDS.includes(id)) return `/pakalpojumi/${id}/`;
  const route = pageRoute(id);
  return kind === 'pages' && site.routes.has(route) ? route : undefined;
}

/** The translation of a service or survey has the name of the Latvian file. */
function translationPlan({ kind, english }: FileKind, id: string, present: Present): Plan {
  const folder = kind === 'surveys' ? 'surveys' : 'services';
  const originals = present.documents.filter(document => document.kind === folder);
  const original = originals.find(document => document.id === id);
  if (original === undefined)
    return {
      refusal: unknownFile(
        folder,
        id,
        originals.map(document => document.id),
      ),
    };
  if (valueAt(original.data, ['audience']) === 'kiosk')
    return { refusal: `Aptauja ${quoted(id)} ir kioskam, un tā ir tikai latviski.` };
  const fields =
    folder === 'surveys'
      ? translationFields(original.data)
      : draftFields(schemaNode(SCHEMAS['services-en']), {
          today: present.today,
          given: { translated: { text: present.today, isGuess: true } },
        });
  if (fields === undefined)
    return { refusal: `Vispirms izlabojiet kļūdas failā ${original.file}: npm run content -- check` };
  const hasBody = original.body.trim() !== '' || folder === 'services';
  const body = hasBody ? `${UNFILLED}: tas, kas aiz galvenes teikts failā ${original.file}, angliski.\n` : '';
  return {
    path: `content/${english}/${id}.mdx`,
    text: textOf(fields, body),
    isNew: true,
    ...notes(true, present),
  };
}

/** Says that nobody sees a new translation until it is switched on. */
function notes(isEnglish: boolean, { documents }: Present): { readonly notes?: readonly string[] } {
  const site = documents.find(({ kind }) => kind === 'site');
  const isPublished = valueAt(site?.data, ['english']) === true;
  return isEnglish && !isPublished
    ? { notes: ['Angļu daļa pašlaik nav publicēta: failā content/site.yaml ir “english: false”.'] }
    : {};
}
