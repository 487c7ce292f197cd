// Reads JSON-LD and Turtle without a network and validates them with a SHACL processor.
import { readFileSync } from 'node:fs';
import type { Quad } from '@rdfjs/types';
import rdf from '@zazuko/env';
import { JsonLdParser } from 'jsonld-streaming-parser';
import { Parser } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';

const NO_NETWORK = {
  load: (url: string): never => {
    throw new Error(`The document asks for ${url}; it must bring its own context.`);
  },
};

/** All statements of a JSON-LD document; rejects when it needs an outside resource. */
export async function triples(document: object): Promise<Quad[]> {
  const parser = new JsonLdParser({ documentLoader: NO_NETWORK, strictValues: true });
  parser.end(JSON.stringify(document));
  const quads: Quad[] = [];
  for await (const quad of parser) quads.push(quad as Quad);
  return quads;
}

const shapes = rdf.dataset(
  new Parser().parse(readFileSync(new URL('./cpsv-ap.shapes.ttl', import.meta.url), 'utf8')),
);

/** The violations of the shapes: `path: message (node)`; empty when valid. */
export async function violations(document: object): Promise<string[]> {
  const validator = new SHACLValidator(shapes, { factory: rdf });
  const report = await validator.validate(rdf.dataset(await triples(document)));
  return report.results.map(
    ({ path, message, focusNode }) =>
      `${nameOf(path)}: ${message.map(({ value }) => value).join(' ')} (${nameOf(focusNode)})`,
  );
}

const nameOf = (term: unknown): string =>
  typeof term === 'object' && term !== null && 'value' in term ? String(term.value) : '';
