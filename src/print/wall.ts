// The wall list: services under their institutions, each with what fits on one line of a poster (rule point 8). Pure.
import { type Holder, holderOf, type ServiceEntry, sortByTitle } from '../services/catalogue.ts';
import type { Service } from '../services/schema.ts';
import { costText, isToConfirm, timeText } from '../services/words.ts';
import type { Facts } from '../site/facts-schema.ts';
import type { Messages } from '../site/messages.ts';
import { printLv } from '../site/messages-print.lv.ts';
import { postTitle } from '../staff/directory.ts';

interface WallFact {
  readonly text: string;
  readonly toConfirm: boolean;
}
interface WallRow {
  readonly id: string;
  readonly title: string;
  /** The state institution by its short name; undefined for the municipality's own. */
  readonly institution: string | undefined;
  readonly time: WallFact;
  readonly cost: WallFact;
  readonly helper: string;
}
export interface WallGroup {
  readonly title: string;
  readonly rows: readonly WallRow[];
}

/** The municipality's own services, then those of the state; a group without any is left out. */
export function wallGroups(services: readonly ServiceEntry[], facts: Facts, messages: Messages): WallGroup[] {
  const { services: say } = messages;
  const row = ({ id, data }: ServiceEntry): WallRow => ({
    id,
    title: data.title,
    institution: levelOf(data, facts) === 'state' ? holderOf(data, facts)?.short : undefined,
    time: {
      text: timeText(data, messages) ?? printLv.wall.ask,
      toConfirm: isToConfirm(data, 'processingTime'),
    },
    cost: { text: costText(data, messages) ?? printLv.wall.ask, toConfirm: isToConfirm(data, 'cost') },
    helper: postTitle(data.responsible, facts),
  });
  const group = (title: string, level: Holder['level']): WallGroup => ({
    title,
    rows: sortByTitle(services.filter(({ data }) => levelOf(data, facts) === level)).map(row),
  });
  return [group(say.municipality, 'municipality'), group(say.state, 'state')].filter(
    ({ rows }) => rows.length > 0,
  );
}

const levelOf = (service: Service, facts: Facts): Holder['level'] =>
  holderOf(service, facts)?.level ?? 'municipality';
