// An export: recorded in the chain first, then streamed a page at a time, however many cases there are.
import { addDays, rigaDate, rigaInstant } from '../../../src/calendar/dates.ts';
import type { FieldError, FormDefinition, Values } from '../../../src/forms/field.ts';
import type { RegisterDeps } from '../../deps.ts';
import { toInstant } from '../../domain/intake.ts';
import { csvLine, DIALECTS } from '../../domain/register/csv.ts';
import { registerEvent } from '../../domain/register/events.ts';
import { type ExportFormat, exportCells, exportColumns, exportObject } from '../../domain/register/export.ts';
import { type Content, openContent } from '../../domain/submission.ts';
import type { ExportedCase, ExportQuery, Extent } from '../../store/register/export.ts';
import { recordEvents } from '../../store/register/record.ts';
import { exportForm, exportPage } from '../../views/register/export.ts';
import { exportWords } from '../../views/register/words-figures.ts';
import { accept } from '../submit.ts';
import { asApp, type RegisterContext } from './env.ts';
import { registerPage } from './reply.ts';

const PAGE = 500;

const forms = new WeakMap<object, FormDefinition>();

/** One form per site, because its schema is cached by the form. */
function formOf({ site }: Pick<RegisterDeps, 'site'>): FormDefinition {
  const form = forms.get(site) ?? exportForm(site.services);
  forms.set(site, form);
  return form;
}

export function showExport(
  c: RegisterContext,
  state: { readonly values?: Values; readonly errors?: readonly FieldError[] } = {},
): Promise<Response> {
  const today = rigaDate(c.var.deps.now());
  const start = { from: `${today.slice(0, 4)}-01-01`, to: today, format: 'csv' };
  const page = exportPage(formOf(c.var.deps), { values: start, errors: [], ...state });
  return registerPage(c, page, state.errors?.length ? 422 : 200);
}

interface Wanted {
  readonly query: ExportQuery;
  readonly format: ExportFormat;
  readonly withContent: boolean;
}

type Sent = Readonly<Record<string, unknown>>;

function wantedBy(c: RegisterContext, data: Sent): Wanted {
  const chosen = (name: string): string | undefined => (data[name] ? String(data[name]) : undefined);
  return {
    query: {
      viewer: c.var.person,
      from: toInstant(rigaInstant(String(data['from']), '00:00')),
      to: toInstant(rigaInstant(addDays(String(data['to']), 1), '00:00')),
      kind: chosen('kind') as ExportQuery['kind'],
      state: chosen('state') as ExportQuery['state'],
      service: chosen('service'),
    },
    format: data['format'] as ExportFormat,
    withContent: data['withContent'] === true,
  };
}

/** Records the export in codes and counts; nothing is exported without a record. */
async function record(c: RegisterContext, data: Sent, { count }: Extent, wanted: Wanted): Promise<void> {
  const { journal, now } = c.var.deps;
  const { kind, state, service } = wanted.query;
  const detail = {
    from: String(data['from']),
    to: String(data['to']),
    format: wanted.format,
    content: wanted.withContent,
    count,
    ...(kind ? { kind } : {}),
    ...(state ? { state } : {}),
    ...(service ? { service } : {}),
  };
  await recordEvents(journal, registerEvent('exported', c.var.person, toInstant(now()), detail));
}

type Tools = Pick<RegisterDeps, 'exports' | 'submissions' | 'office' | 'primitives'>;

async function contentsOf(
  { submissions, office, primitives }: Tools,
  cases: readonly ExportedCase[],
): Promise<(Content | null)[]> {
  const sealed = await submissions.sealed(cases.map(({ reference }) => reference));
  return Promise.all(
    cases.map(async ({ reference }) => {
      const one = sealed.get(reference);
      const key = one && (await office?.contentKey(one));
      return key ? openContent(primitives, key, one) : null;
    }),
  );
}

/** The text of an export, piece by piece. */
async function* exported(tools: Tools, { query, format, withContent }: Wanted, { last }: Extent) {
  const dialect = format === 'json' ? null : DIALECTS[format];
  yield dialect ? `${dialect.bom ? '\ufeff' : ''}${csvLine(exportColumns(withContent), dialect)}` : '[';
  let isFirst = true;
  for (let after = 0; ; ) {
    const page = await tools.exports.page(query, { after, last, limit: PAGE });
    const contents = withContent ? await contentsOf(tools, page) : [];
    yield page
      .map((row, i) => {
        const content = contents[i] ?? null;
        if (dialect) return csvLine(exportCells(row, content, withContent), dialect);
        const before = isFirst ? '\n' : ',\n';
        isFirst = false;
        return `${before}${JSON.stringify(exportObject(row, content, withContent))}`;
      })
      .join('');
    const end = page.at(-1);
    if (!end || page.length < PAGE) break;
    after = end.id;
  }
  if (!dialect) yield '\n]\n';
}

/** Turns pieces of text into a body that is produced as fast as it is read. */
function bodyOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}

const TYPES = { csv: 'text/csv; charset=utf-8; header=present', json: 'application/json; charset=utf-8' };

/** Handles the form and responds with the file. */
export async function sendExport(c: RegisterContext): Promise<Response> {
  const accepted = await accept(asApp(c), formOf(c.var.deps), {
    attempt: 'signed-in',
    reject: (_, __, { values, errors }) => showExport(c, { ...(values ? { values } : {}), errors }),
  });
  if ('response' in accepted) return accepted.response;
  const { data } = accepted;
  if (String(data['to']) < String(data['from']))
    return showExport(c, {
      values: data as Values,
      errors: [{ field: 'to', message: exportWords.order }],
    });
  const wanted = wantedBy(c, data);
  const extent = await c.var.deps.exports.extent(wanted.query);
  await record(c, data, extent, wanted);
  const type = wanted.format === 'json' ? 'json' : 'csv';
  return c.body(bodyOf(exported(c.var.deps, wanted, extent)), 200, {
    'Content-Type': TYPES[type],
    'Content-Disposition': `attachment; filename="registrs-${data['from']}-${data['to']}.${type}"`,
    'Cache-Control': 'no-store',
  });
}
