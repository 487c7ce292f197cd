// Results while typing, for browsers with scripts: the same engine on an index that is loaded on first use.

import type { SearchData } from '../contract/search.ts';
import type { Language } from '../site/messages.ts';
import { FILES } from '../site/routes.ts';
import { popularOf } from './document.ts';
import { type Element, element, toNode } from './element.ts';
import { prepareSearch, type Search } from './engine.ts';
import { type PackedSearch, unpack } from './pack.ts';
import { IDS, nothingView, resultsView, searchAddress, startView } from './view.ts';
import { wordsIn } from './words.ts';

const lang: Language = document.documentElement.lang === 'en' ? 'en' : 'lv';
const other: Language = lang === 'en' ? 'lv' : 'en';
const say = wordsIn(lang);
const MOST = 10;
/** Milliseconds without typing before results change, and before they are announced. */
const REST = 120;
const SILENCE = 700;

interface Loaded {
  readonly data: SearchData;
  readonly search: Search;
}

async function load(): Promise<Loaded> {
  const response = await fetch(FILES.searchIndex);
  if (!response.ok) throw new Error(`${FILES.searchIndex}: ${response.status}`);
  const data = unpack((await response.json()) as PackedSearch);
  return { data, search: await prepareSearch(data) };
}

/** The results to show for a query, and the announcement. */
function answer({ data, search }: Loaded, typed: string): { view: Element[]; aloud: string } {
  const found = search(typed, lang);
  if (found.query === '') return { view: startView(popularOf(data, lang), lang), aloud: '' };
  const aloud = say.foundAloud(found.hits.length);
  const link = (text: string) =>
    element('p', {}, element('a', { href: searchAddress(found.query, lang) }, text));
  if (found.hits.length === 0)
    return { view: [...nothingView(found, data.phone, lang), link(say.tellLink)], aloud };
  const view = resultsView(found, MOST, lang);
  return { view: found.hits.length > MOST ? [...view, link(say.all(found.hits.length))] : view, aloud };
}

/** The language switch leads to the same search in the other language. */
function switchTo(typed: string): void {
  const links = document.querySelectorAll<HTMLAnchorElement>(`a[href^="${searchAddress('', other)}"]`);
  for (const link of links) link.href = searchAddress(typed, other);
}

/** Arrow down moves from the field to the results, arrow up moves back. */
function arrows(input: HTMLInputElement, results: HTMLElement): void {
  addEventListener('keydown', event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [input, ...results.querySelectorAll<HTMLElement>('.hit a')];
    const at = stops.indexOf(document.activeElement as HTMLElement);
    const next = step && at >= 0 ? stops[at + step] : undefined;
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}

function start(input: HTMLInputElement, results: HTMLElement, status: HTMLElement): void {
  let loading: Promise<Loaded> | undefined;
  let shown = input.value.trim();
  let rest: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;
  // Without the index the page works as without a script; the next attempt may succeed.
  const ready = () => {
    loading ??= load();
    loading.catch(() => {
      loading = undefined;
    });
    return loading;
  };
  const show = async () => {
    const loaded = await ready();
    const typed = input.value.trim();
    if (typed === shown) return;
    shown = typed;
    const { view, aloud } = answer(loaded, typed);
    results.replaceChildren(...view.map(toNode));
    // The server's question about a query without results does not apply to the next query.
    document.querySelector('.search__wanted')?.setAttribute('hidden', '');
    // Going back from a result restores the previous view.
    history.replaceState(null, '', searchAddress(typed, lang));
    switchTo(typed);
    clearTimeout(silence);
    silence = setTimeout(() => {
      status.textContent = aloud;
    }, SILENCE);
  };
  const update = () => void show().catch(() => undefined);
  input.addEventListener('focus', () => void ready().catch(() => undefined), { once: true });
  input.addEventListener('input', () => {
    clearTimeout(rest);
    rest = setTimeout(update, REST);
  });
  arrows(input, results);
  // A static host serves the same page for every query.
  const asked = new URLSearchParams(location.search).get('q');
  if (asked && !input.value) {
    input.value = asked;
    update();
  }
}

const [input, results, status] = [IDS.input, IDS.results, IDS.status].map(id => document.getElementById(id));
if (input instanceof HTMLInputElement && results && status) start(input, results, status);
