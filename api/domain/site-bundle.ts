// What the API takes from the site, and all it takes: written by the build, read by every root.
import type { CalendarData, Policy } from '../../src/calendar/schema.ts';
import type { SurveyDefinition } from '../../src/forms/survey/definition.ts';
import type { SearchData } from '../../src/search/document.ts';
import type { DeskData } from './register/desk-data.ts';

export interface NamedOption {
  readonly id: string;
  readonly label: string;
  /** The name in the English edition, where somebody has translated it. */
  readonly labelEn?: string | undefined;
}

export interface SiteBundle {
  /** A page with the site's header and footer and the markers of `api/views/shell.ts`. */
  readonly shell: string;
  /** The same in English; null where the institution has switched English off. */
  readonly shellEn: string | null;
  /** Like `shell`, with the search's script and without the search box in the header. */
  readonly searchShell: string;
  /** The same in English, or null. */
  readonly searchShellEn: string | null;
  /** Address of the stylesheet that only the figures have. */
  readonly figuresCss: string;
  /** Address of the stylesheet that survey results have beside it. */
  readonly resultsCss: string;
  readonly centre: {
    readonly name: string;
    readonly shortName: string;
    readonly institution: string;
    readonly phone: string;
    readonly email: string;
    readonly address: string;
  };
  readonly services: readonly NamedOption[];
  readonly staff: readonly NamedOption[];
  readonly rulePoints: readonly NamedOption[];
  readonly surveys: readonly SurveyDefinition[];
  /** Those that have been translated, in English: other words, the same questions. */
  readonly surveysEn: readonly SurveyDefinition[];
  readonly calendar: CalendarData;
  readonly policies: readonly Policy[];
  readonly search: SearchData;
  /** What only the register needs; null on the edge, where there is none. */
  readonly desk: DeskData | null;
}
