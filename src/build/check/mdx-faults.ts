// Translates the MDX engine's messages for editors, who are not programmers. Pure.
import { excerpt, quoted } from './wording.ts';

export interface MdxFault {
  readonly found: string;
  readonly message: string;
  readonly fix: string;
}

/**
 * Explains one message.
 * @param reason the engine's message
 * @param rest the text from the place where the engine stopped to the end of the line
 */
export function explainMdx(reason: string, rest: string): MdxFault {
  const found = excerpt(rest);
  const [, unclosed] = /Expected a closing tag for `(<[^`]*>)`/.exec(reason) ?? [];
  if (unclosed !== undefined && !isWords(rest)) return { found, ...unclosedTag(unclosed) };
  const [, closing] = /Unexpected closing tag `(<[^`]*>)`/.exec(reason) ?? [];
  if (closing !== undefined) return { found, ...strayClosing(closing) };
  if (rest.startsWith('<!--')) return { found, ...htmlComment };
  if (/^<(https?:|mailto:|[^\s>]+@)/i.test(rest)) return { found, ...bareAddress };
  if (rest.startsWith('<')) return { found, ...lessThan };
  if (rest.startsWith('{')) return { found, ...brace };
  return { found, ...program };
}

type Words = Pick<MdxFault, 'message' | 'fix'>;

/** `<vārds, …`: a “less than” sign or a name in angle brackets, not a tag. */
const isWords = (rest: string): boolean => /^<[^>]*[^\p{ASCII}][^>]*>?/u.test(rest);

const lessThan: Words = {
  message: 'zīmi “<” MDX failā lasa kā programmas koda sākumu',
  fix: 'Rakstiet vārdiem, piemēram, “mazāk nekā 5”. Ja zīme vajadzīga, tās vietā rakstiet “&lt;” vai pārdēvējiet failu par .md.',
};

const brace: Words = {
  message: 'zīmi “{” MDX failā lasa kā programmas koda sākumu',
  fix: 'Lietojiet apaļās iekavas “(…)”. Ja zīme vajadzīga, pirms tās lieciet “\\”: “\\{”, vai pārdēvējiet failu par .md.',
};

const bareAddress: Words = {
  message: 'adresi stūra iekavās “<…>” MDX failā nevar nolasīt',
  fix: 'Rakstiet saiti šādi: [teksts](https://adrese.lv/), bet e-pastu – [vards@iestade.lv](mailto:vards@iestade.lv).',
};

const htmlComment: Words = {
  message: 'piezīmi “<!-- … -->” MDX failā nevar nolasīt',
  fix: 'Izdzēsiet to vai rakstiet {/* piezīme */}.',
};

const program: Words = {
  message: 'tekstā ir programmas kods, ko nevar nolasīt',
  fix: 'Izdzēsiet šo rindu vai sāciet to ar citu vārdu.',
};

const unclosedTag = (tag: string): Words => ({
  message: `tagam ${quoted(tag)} nav beigu`,
  fix: `Aiz teksta ierakstiet ${quoted(tag.replace('<', '</'))}, izdzēsiet ${quoted(tag)} vai, ja teksta nav, rakstiet ${quoted(tag.replace('>', ' />'))}.`,
});

const strayClosing = (tag: string): Words => ({
  message: `beigu tags ${quoted(tag)} neatbilst sākumam`,
  fix: `Izdzēsiet ${quoted(tag)} vai pārbaudiet, vai sākuma tags ir uzrakstīts tāpat.`,
});

/** Code that the engine can read but that a text must not contain, because it would run during the build. */
export const CODE: Readonly<Record<'expression' | 'statement' | 'attribute', Words>> = {
  expression: { message: 'figūriekavās “{…}” MDX failā ir programmas kods', fix: brace.fix },
  statement: {
    message: 'rinda sākas ar “import” vai “export”, tāpēc MDX to lasa kā programmas kodu',
    fix: program.fix,
  },
  attribute: {
    message: 'tagā ir programmas kods',
    fix: 'Atstājiet tikai vienkāršas vērtības pēdiņās: <abbr title="paskaidrojums">.',
  },
};

export const unknownComponent = (name: string): Words => ({
  message: `tāda elementa kā ${quoted(`<${name}>`)} nav`,
  fix: `Izdzēsiet ${quoted(`<${name}>`)} un atstājiet tikai tekstu.`,
});

export const tooManySigns = (most: number): MdxFault => ({
  found: '',
  message: `tekstā ir vairāk nekā ${most} zīmju “{” un “<”`,
  fix: 'Izņemiet tās vai sadaliet tekstu vairākos failos.',
});

export const tooManyQuotations = (most: number): MdxFault => ({
  found: '',
  message: `rindas sākumā ir vairāk nekā ${most} zīmju “>”`,
  fix: 'Atstājiet vienu “>” katram citāta līmenim.',
});
