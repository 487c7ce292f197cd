// What the register is told about the site: the directory with what rule point 5.2.3 names, and the rules word for word.
// Pure.
import type { RetentionPolicy } from '../calendar/retention-schema.ts';
import type { DeskContent } from '../contract/desk.ts';
import { currentEdition } from '../rules/editions.ts';
import { allPoints, parseRules } from '../rules/parse.ts';
import { messagesFor } from '../site/messages.ts';
import type { Replies } from '../site/replies-schema.ts';
import { groupedWeek } from '../site/week.ts';
import type { SiteSources } from './site-data.ts';

const latvian = new Intl.Collator('lv');

/** Collects what only the register needs. */
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
}): DeskContent {
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
