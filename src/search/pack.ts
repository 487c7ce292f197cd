// The browser's copy of the documents: by column, which compresses a tenth better, and without running text.
import type { SearchData, SearchDocument } from '../contract/search.ts';

type Columns = {
  readonly [Field in keyof Omit<SearchDocument, 'text' | 'lang' | 'twin'>]: readonly SearchDocument[Field][];
};

/** What `/dati/meklesana.json` holds. */
export interface PackedSearch extends Omit<SearchData, 'documents'> {
  readonly columns: Columns;
  /** Language by row, of documents that are not Latvian. */
  readonly langs: Readonly<Record<number, 'en'>>;
  /** The Latvian page by row, of documents that have one. */
  readonly twins: Readonly<Record<number, string>>;
}

/** Makes the file. The index is built in the browser, which needs a third fewer bytes than shipping it. */
export function pack({ documents, ...rest }: SearchData): PackedSearch {
  const column = <Field extends keyof SearchDocument>(field: Field): readonly SearchDocument[Field][] =>
    documents.map(document => document[field]);
  return {
    ...rest,
    columns: {
      url: column('url'),
      kind: column('kind'),
      title: column('title'),
      summary: column('summary'),
      headings: column('headings'),
      keywords: column('keywords'),
    },
    langs: Object.fromEntries(documents.flatMap(({ lang }, row) => (lang ? [[row, lang]] : []))),
    twins: Object.fromEntries(documents.flatMap(({ twin }, row) => (twin ? [[row, twin]] : []))),
  };
}

/** Reads the file back. */
export function unpack({ columns, langs, twins, ...rest }: PackedSearch): SearchData {
  const documents = columns.url.map((url, row): SearchDocument => {
    const [lang, twin] = [langs[row], twins[row]];
    return {
      url,
      kind: columns.kind[row] ?? 'page',
      ...(lang && { lang }),
      ...(twin && { twin }),
      title: columns.title[row] ?? '',
      summary: columns.summary[row] ?? '',
      headings: columns.headings[row] ?? [],
      keywords: columns.keywords[row] ?? [],
      text: '',
    };
  });
  return { ...rest, documents };
}
