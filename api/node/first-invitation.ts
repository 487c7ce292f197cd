// The first administrator's invitation, and the lines that print it.
import type { RegisterDeps } from '../deps.ts';
import { hex } from '../domain/crypto/bytes.ts';
import { invitationHref, makeInvitation } from '../http/register/enrol.ts';
import { inviteFirstAdministrator } from '../jobs/first-administrator.ts';
import { random } from './random.ts';

/** The secret of an invitation, while nobody can sign in to the register. */
export const inviteFirst = (deps: RegisterDeps): Promise<string | null> =>
  inviteFirstAdministrator({
    ...deps,
    newId: () => `p-${hex(random(6))}`,
    invite: person => makeInvitation(deps, person),
  });

/** For the operator's terminal; none when somebody can sign in. */
export const invitationLines = (origin: string, invitation: string | null): readonly string[] =>
  invitation === null
    ? []
    : [
        'Reģistrā vēl neviens nevar pieteikties. Pirmais administrators veido piekļuves atslēgu šeit (saite der vienu reizi):',
        `  ${invitationHref(origin, invitation)}`,
        '',
      ];
