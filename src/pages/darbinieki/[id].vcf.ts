// The contact card of one person.
import { getCollection } from 'astro:content';
import type { APIContext } from 'astro';
import { facts } from '../../site/facts.ts';
import { staffLv } from '../../site/messages-staff.lv.ts';
import { cardNote } from '../../staff/card-note.ts';
import type { StaffEntry } from '../../staff/directory.ts';
import { vcard } from '../../staff/vcard.ts';

export async function getStaticPaths() {
  return (await getCollection('staff')).map(person => ({ params: { id: person.id }, props: { person } }));
}

export const GET = ({ props, site }: APIContext<{ person: StaffEntry }>): Response =>
  new Response(
    vcard(props.person, facts, {
      origin: String(site),
      note: cardNote(props.person.data),
      country: staffLv.country,
    }),
    { headers: { 'Content-Type': 'text/vcard; charset=utf-8' } },
  );
