// The staff directory as open data.
import { getCollection } from 'astro:content';
import type { APIContext } from 'astro';
import { collectStaff } from '../../build/staff-directory.ts';
import { servicesOfPost } from '../../services/catalogue.ts';
import { buildDate } from '../../site/build-date.ts';
import { facts } from '../../site/facts.ts';
import { staffData } from '../../staff/open-data.ts';

export async function GET({ site }: APIContext): Promise<Response> {
  const [staff, services] = await Promise.all([collectStaff(), getCollection('services')]);
  const servicesOf = (post: string) =>
    servicesOfPost(services, post).map(({ id, data }) => ({ id, title: data.title }));
  return Response.json(staffData({ staff, facts, servicesOf, origin: String(site), today: buildDate }));
}
