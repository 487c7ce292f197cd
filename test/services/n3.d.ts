declare module 'n3' {
  import type { Quad } from '@rdfjs/types';

  export class Parser {
    parse(text: string): Quad[];
  }
}
