// The register's users: added, changed, invited and deactivated by an administrator, each change with its
// event.
import type { FieldError, FormDefinition, Values } from '../../../src/forms/field.ts';
import { hex } from '../../domain/crypto/bytes.ts';
import { toInstant } from '../../domain/intake.ts';
import { registerEvent } from '../../domain/register/events.ts';
import { nameKey } from '../../domain/register/identities.ts';
import type { Person } from '../../domain/register/people.ts';
import { changed, rolesIn, type StaffingRefusal, staffingRefusal } from '../../domain/register/staffing.ts';
import type { Statement } from '../../store/database.ts';
import type { Append } from '../../store/journal.ts';
import { removePasskeys, replaceCodes } from '../../store/register/credentials.ts';
import type { Change } from '../../store/register/marked-rows.ts';
import { savePerson } from '../../store/register/people.ts';
import { endSessions } from '../../store/register/sessions.ts';
import { formFor, withChoices } from '../../views/register/action-forms.ts';
import { invitedPage, peoplePage, personHref, personPage } from '../../views/register/people.ts';
import { ownForm, ownFormTaken, ownFormWithName, personForm } from '../../views/register/people-form.ts';
import { newKey } from '../key.ts';
import { accept } from '../submit.ts';
import { notFound } from './case-answer.ts';
import { invitationHref, makeInvitation } from './enrol.ts';
import { asApp, type RegisterContext } from './env.ts';
import { registerPage } from './reply.ts';

const PERSON_ID_BYTES = 6;
const HERE = '/registrs/cilveki/';

const directoryOf = (c: RegisterContext) => c.var.deps.site.desk?.directory ?? [];

const formWith = (c: RegisterContext, action: string, form = personForm): FormDefinition =>
  withChoices(formFor(form, action), {
    directoryId: directoryOf(c).map(({ id, name, post }) => ({ id, label: `${name}, ${post}` })),
  });

interface Typed {
  readonly values?: Values;
  readonly errors?: readonly FieldError[];
  readonly idempotencyKey?: string;
}

const stateOf = (c: RegisterContext, { values = {}, errors = [], idempotencyKey }: Typed) => ({
  values,
  errors,
  idempotencyKey: idempotencyKey ?? newKey(asApp(c)),
});

export async function showPeople(c: RegisterContext, typed: Typed = {}): Promise<Response> {
  const page = peoplePage({
    people: await c.var.deps.people.list(),
    directory: directoryOf(c),
    form: formWith(c, HERE),
    backups: c.var.deps.backups?.() ?? null,
    unmarked: await c.var.deps.accounts.unmarked(),
    state: stateOf(c, typed),
  });
  return registerPage(c, page, typed.errors ? 422 : 200);
}

const valuesOf = ({ name, roles, directoryId, email }: Person): Values => ({
  name,
  roles: [...roles],
  directoryId: directoryId ?? '',
  email: email ?? '',
});

/** A person's data from the form. */
function factsIn(data: Readonly<Record<string, unknown>>): Omit<Person, 'id' | 'active'> {
  const text = (name: string) => (typeof data[name] === 'string' && data[name] !== '' ? data[name] : null);
  return {
    name: text('name') ?? '',
    roles: rolesIn((data['roles'] as string[] | undefined) ?? []),
    directoryId: text('directoryId'),
    email: text('email'),
  };
}

/** The same from one's own page, which asks for no roles and no entry: what did not come stays. */
function ownFactsIn(data: Readonly<Record<string, unknown>>, before: Person): Omit<Person, 'id' | 'active'> {
  const sent = factsIn(data);
  const whole = sent.roles.length > 0 || sent.directoryId !== null;
  return {
    name: sent.name || before.name,
    roles: whole ? sent.roles : before.roles,
    directoryId: whole ? sent.directoryId : before.directoryId,
    email: sent.email,
  };
}

/** Shows the link after the invitation is stored. */
const showInvited = (c: RegisterContext, person: Person, token: string): Promise<Response> => {
  const origin = c.var.deps.settings.origin ?? new URL(c.req.url).origin;
  return registerPage(c, invitedPage(person, invitationHref(origin, token)));
};

/** Adds a person with an id derived from the form's key: sending twice adds one. */
export async function addPerson(c: RegisterContext): Promise<Response> {
  const { deps, person: by } = c.var;
  const accepted = await accept(asApp(c), personForm, {
    attempt: 'signed-in',
    reject: (_, __, { values, errors, idempotencyKey }) =>
      showPeople(c, { ...(values ? { values } : {}), errors, idempotencyKey }),
  });
  if ('response' in accepted) return accepted.response;
  const drawn = await deps.keyring.mac('idempotency', `person ${accepted.idempotencyKey}`);
  const person: Person = {
    ...factsIn(accepted.data),
    id: `p-${hex(drawn.slice(0, PERSON_ID_BYTES))}`,
    active: true,
  };
  const at = toInstant(deps.now());
  const { token, change } = await makeInvitation(deps, person.id);
  await deps.journal.run(async append => {
    const known = await deps.people.find(person.id);
    if (!known)
      await append(
        registerEvent('person-added', by, at, { person: person.id, roles: person.roles.join(',') }),
      );
    // Sent again, the form must not undo what was changed since.
    const added = known ? [] : [savePerson(person, at)];
    const { statements, detail } = await deps.accounts.revise(person.id, ...added, change);
    await append(registerEvent('person-invited', by, at, { person: person.id, ...detail }));
    const kept = await inherited(c, append, { person: known ?? person, at });
    return { statements: [...statements, ...kept], result: undefined };
  });
  return showInvited(c, person, token);
}

/** What a new or changed person is kept from, as statements for the batch that saves them. */
const inherited = async (
  c: RegisterContext,
  append: Append,
  { person, at }: { readonly person: Person; readonly at: string },
): Promise<readonly Statement[]> => {
  const { people, inherit } = c.var.deps;
  // The list holds the person as they were: what they were kept from by then, they still are.
  const all = [...(await people.list()), person];
  return inherit(append, { people: all, changed: person.id, at });
};

const savedIn = (typed: string | undefined) =>
  typed === undefined ? null : typed === 'nekas' ? ('unchanged' as const) : ('changed' as const);

interface Shown extends Typed {
  readonly refusal?: StaffingRefusal;
  readonly status?: 200 | 409 | 422;
}

export async function showPerson(c: RegisterContext, id: string, state: Shown = {}): Promise<Response> {
  const person = await c.var.deps.people.find(id);
  if (!person) return notFound(c);
  const isOwn = person.id === c.var.person.id;
  const own = nameKey(person.name) === '' ? ownFormWithName : ownForm;
  const page = personPage({
    person,
    form: formWith(c, personHref(id), isOwn ? own : personForm),
    isOwn,
    entry: directoryOf(c).find(one => one.id === person.directoryId)?.name ?? person.directoryId,
    state: stateOf(c, { ...state, values: state.values ?? valuesOf(person) }),
    refusal: state.refusal ?? null,
    saved: savedIn(c.req.query('darits')),
  });
  return registerPage(c, page, state.status ?? 200);
}

/** The outcome of a change: done, nothing to do, or why it is refused. */
type Replaced = 'changed' | 'unchanged' | StaffingRefusal;

/** Replaces a person by the changed one, unless that is not allowed. */
async function replace(
  c: RegisterContext,
  id: string,
  change: (before: Person) => Person,
  more: readonly Change[] = [],
): Promise<Replaced> {
  const { deps, person: by } = c.var;
  const at = toInstant(deps.now());
  return deps.journal.run<Replaced>(async append => {
    const people = await deps.people.list();
    const before = people.find(person => person.id === id);
    if (!before) return { statements: [], result: 'gone' };
    const after = change(before);
    const refusal = staffingRefusal(people, before, after, by);
    if (refusal) return { statements: [], result: refusal };
    const facts = changed(before, after);
    if (facts === '' && before.active === after.active) return { statements: [], result: 'unchanged' };
    const kind =
      before.active === after.active
        ? 'person-changed'
        : after.active
          ? 'person-activated'
          : 'person-deactivated';
    const { statements, detail } = await deps.accounts.revise(id, savePerson(after, at), ...more);
    const told = { person: id, changed: facts, roles: after.roles.join(','), ...detail };
    await append(registerEvent(kind, by, at, told));
    const kept = await inherited(c, append, { person: after, at });
    return { statements: [...statements, ...kept], result: 'changed' };
  });
}

const answered = (c: RegisterContext, id: string, replaced: Replaced, values?: Values) =>
  replaced === 'changed' || replaced === 'unchanged'
    ? c.redirect(`${personHref(id)}?darits=${replaced === 'changed' ? '1' : 'nekas'}`, 303)
    : showPerson(c, id, { ...(values ? { values } : {}), refusal: replaced, status: 409 });

export async function changePerson(c: RegisterContext, id: string): Promise<Response> {
  const isOwn = id === c.var.person.id;
  const accepted = await accept(asApp(c), isOwn ? ownFormTaken : personForm, {
    attempt: 'signed-in',
    reject: (_, __, { values, errors, idempotencyKey }) =>
      showPerson(c, id, { ...(values ? { values } : {}), errors, idempotencyKey, status: 422 }),
  });
  if ('response' in accepted) return accepted.response;
  const replaced = await replace(c, id, before => ({
    ...before,
    ...(isOwn ? ownFactsIn(accepted.data, before) : factsIn(accepted.data)),
  }));
  return answered(c, id, replaced, accepted.data as Values);
}

/** Deactivating ends all sessions; cases keep their number and are assigned to others. */
export async function setActive(c: RegisterContext, id: string, active: boolean): Promise<Response> {
  const more = active ? [] : [endSessions()];
  return answered(c, id, await replace(c, id, before => ({ ...before, active }), more));
}

/**
 * Makes a new invitation and signs the person out everywhere. After a theft the passkeys and recovery codes
 * stop working too.
 */
export async function invite(c: RegisterContext, id: string): Promise<Response> {
  const { deps, person: by } = c.var;
  const person = await deps.people.find(id);
  if (!person?.active) return notFound(c);
  const dropKeys = c.req.query('atslegas') === 'nonemt';
  const { token, change } = await makeInvitation(deps, id);
  await deps.journal.run(async append => {
    const dropped = dropKeys ? [removePasskeys, replaceCodes(id, [])] : [];
    const { statements, detail } = await deps.accounts.revise(id, change, endSessions(), ...dropped);
    const facts = { person: id, ...(dropKeys ? { keys: 'removed' } : {}), ...detail };
    await append(registerEvent('person-invited', by, toInstant(deps.now()), facts));
    return { statements, result: undefined };
  });
  return showInvited(c, person, token);
}
