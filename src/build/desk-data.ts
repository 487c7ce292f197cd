// What the register is told about the site: the directory with what rule point 5.2.3 names, and the rules word for word.
// The shape is that of `api/domain/register/desk-data.ts`, repeated here because the site never imports the API. Pure.
import type { RetentionPolicy } from '../calendar/retention-schema.ts';
import { currentEdition } from '../rules/editions.ts';
import { allPoints, parseRules } from '../rules/parse.ts';
import { messagesFor } from '../site/messages.ts';
import type { Replies } from '../site/replies-schema.ts';
import { groupedWeek } from '../site/week.ts';
import type { SiteSources } from './site-data.ts';

interface DirectoryEntry {
  readonly id: string;
  readonly name: string;
  readonly postId: string;
  readonly post: string;
  readonly onlyOne: boolean;
  readonly room: string;
  readonly phone: string;
  readonly email: string;
  readonly topics: readonly string[];
  readonly reception: readonly string[];
}

interface Reply {
  readonly id: string;
  readonly title: string;
  readonly rulePoints: readonly string[];
  readonly services: readonly string[];
  readonly text: string;
}

export interface DeskData {
  readonly directory: readonly DirectoryEntry[];
  readonly rulePoints: readonly { readonly id: string; readonly text: string }[];
  readonly replies: readonly Reply[];
  readonly institutions: readonly { readonly id: string; readonly name: string; readonly url: string }[];
  readonly retention: readonly RetentionPolicy[];
}

const latvian = new Intl.Collator('lv');

/** Puts together what only the register needs. */
export function deskData({
  facts,
  staff,
  rules,
  replies,
  retention,
  today,
}: Pick<SiteSources, 'facts' | 'staff' | 'rules' | 'today'> & {
  readonly replies: Replies['replies'];
  readonly retention: readonly RetentionPolicy[];
}): DeskData {
  const posts = new Map(facts.posts.map(post => [post.id, post.title]));
  const directory = staff.map(({ id, data }) => ({
    id,
    name: data.name,
    postId: data.post,
    post: posts.get(data.post) ?? data.post,
    onlyOne: staff.filter(other => other.data.post === data.post).length === 1,
    room: data.room,
    phone: data.phone,
    email: data.email,
    topics: data.topics,
    reception: groupedWeek(data.reception, messagesFor('lv'))
      .filter(({ closed }) => !closed)
      .map(({ days, hours }) => `${days} ${hours}`),
  }));
  const edition = currentEdition(rules, today);
  return {
    directory: directory.toSorted((a, b) => latvian.compare(a.name, b.name)),
    rulePoints: allPoints(parseRules(edition?.body ?? '', 1)).map(({ number, text }) => ({
      id: number,
      text,
    })),
    replies: replies.map(({ rulePoints = [], services = [], text, ...rest }) => ({
      ...rest,
      rulePoints,
      services,
      text: text.trim(),
    })),
    institutions: facts.holders.map(({ id, name, url }) => ({ id, name, url })),
    retention,
  };
}
