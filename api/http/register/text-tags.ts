// Tags of a text over HTTP. A tag is a topic: a tag that names a person is refused.
import { telltales } from '../../domain/register/publications.ts';
import { type TextRefusal, tagsIn } from '../../domain/surveys/texts.ts';
import { textHref, textsHref } from '../../views/register/text-parts.ts';
import { type TagsView, tagsPage } from '../../views/register/text-tags.ts';
import { filterQuery } from '../../views/register/texts.ts';
import { refusedWords, tagWords as say } from '../../views/register/words-texts.ts';
import type { PageStatus } from '../reply.ts';
import { notFound } from './case-answer.ts';
import { deskOf } from './desk.ts';
import type { RegisterContext } from './env.ts';
import { registerPage } from './reply.ts';
import { sentTexts } from './sent-texts.ts';
import { findText } from './text-clearing.ts';
import type { TextSurvey } from './text-survey.ts';
import { filtersOf, storeFilter } from './texts.ts';

/** The list the user came from; a link cannot redirect anywhere else. */
function backOf(c: RegisterContext, survey: TextSurvey): string | null {
  const typed = c.req.query('no');
  if (typed === undefined) return null;
  return filterQuery(filtersOf(c, survey, new URLSearchParams(typed.replace(/^\?/, ''))));
}

type State = Partial<Pick<TagsView, 'typed' | 'fault' | 'done'>> & { readonly status?: PageStatus };

/** Only cleared texts have tags. */
async function cleared(c: RegisterContext, survey: string, id: string) {
  const shown = await findText(c, survey, id);
  return shown?.one.state === 'cleared' ? shown : null;
}

/** The page. */
export async function showTags(
  c: RegisterContext,
  survey: string,
  id: string,
  state: State = {},
): Promise<Response> {
  const shown = await cleared(c, survey, id);
  if (!shown) return notFound(c);
  const tags = await c.var.deps.surveyTexts.store.tags(storeFilter(shown.survey, { state: 'cleared' }));
  const page = tagsPage({
    ...shown,
    tags,
    typed: state.typed ?? null,
    fault: state.fault ?? null,
    done: state.done ?? false,
    back: backOf(c, shown.survey),
  });
  return registerPage(c, page, state.status ?? 200);
}

const named = (c: RegisterContext, tags: readonly string[]): string =>
  telltales(tags.join('\n'), null, deskOf(c).directory)
    .map(({ found }) => `“${found}”`)
    .join(', ');

/** Handles the ticked and typed tags. */
export async function saveTags(c: RegisterContext, survey: string, id: string): Promise<Response> {
  const { all, first } = await sentTexts(c);
  const shown = await cleared(c, survey, id);
  if (!shown) return notFound(c);
  const [before, chosen] = [tagsIn(first('bija'), []), all('birka')];
  const more = first('jaunas');
  const { store, clearing } = c.var.deps.surveyTexts;
  const known = (await store.tags(storeFilter(shown.survey, { state: 'cleared' }))).map(({ tag }) => tag);
  const fresh = tagsIn(more, known);
  const again = (fault: string, status: PageStatus) =>
    showTags(c, survey, id, { typed: { chosen, more }, fault, status });
  const names = named(
    c,
    fresh.filter(tag => !known.includes(tag)),
  );
  if (names) return again(say.named(names), 422);
  const change = {
    add: [...chosen.filter(tag => known.includes(tag) && !before.includes(tag)), ...fresh],
    remove: before.filter(tag => !chosen.includes(tag) && !fresh.includes(tag)),
  };
  const result = await clearing.tag({ id, survey, by: c.var.person }, change);
  if ('refused' in result) return again(refusedWords[result.refused satisfies TextRefusal], 422);
  const back = backOf(c, shown.survey);
  return c.redirect(
    back === null ? `${textHref(survey, id)}birkas/?darits=on` : `${textsHref(survey)}${back}#t-${id}`,
    303,
  );
}
