// What the register takes from the site besides what the forms take: who is in the directory, and the rules' own words.
import type { RetentionPolicy } from '../../../src/calendar/retention-schema.ts';

export interface DirectoryEntry {
  /** The entry's id in `content/staff`. */
  readonly id: string;
  readonly name: string;
  /** Code and title of the post. */
  readonly postId: string;
  readonly post: string;
  /** Whether nobody else in the directory has that post: then naming the post names the person. */
  readonly onlyOne: boolean;
  readonly room: string;
  readonly phone: string;
  readonly email: string;
  readonly topics: readonly string[];
  /** Reception hours, one line for each row of the week: `Otrdiena 9.00–12.00`. */
  readonly reception: readonly string[];
}

export interface RulePointText {
  /** `5.2.3` */
  readonly id: string;
  /** The point's whole wording. */
  readonly text: string;
}

/** A text that an answer may begin with. */
export interface Reply {
  readonly id: string;
  readonly title: string;
  /** What it is about; both empty for one that suits anything. */
  readonly rulePoints: readonly string[];
  readonly services: readonly string[];
  /** Places to be filled in stand in square brackets. */
  readonly text: string;
}

/** An institution that matters are passed on to. */
interface Institution {
  readonly id: string;
  readonly name: string;
  readonly url: string;
}

export interface DeskData {
  /** Empty pages with the markers of `api/views/register/page.ts`: without a script, and with the one for passkeys. */
  readonly shells: { readonly plain: string; readonly withKeys: string; readonly withEntry: string };
  /** By name. */
  readonly directory: readonly DirectoryEntry[];
  /** All points of the edition in force, in order. */
  readonly rulePoints: readonly RulePointText[];
  /** As editors ordered them. */
  readonly replies: readonly Reply[];
  readonly institutions: readonly Institution[];
  /** How long what is kept, the oldest policy first. */
  readonly retention: readonly RetentionPolicy[];
}
