// The head of the event chain for a person outside, who can prove later that nothing before it was changed.
import { type Head, sealHead } from '../chain.ts';
import type { Keyring } from '../keyring.ts';
import { signReceipt } from '../receipt.ts';
import { REGISTER } from './events.ts';

/** Signed like a receipt, so that the public check accepts it. `at`: ISO 8601, UTC. */
export const signHead = async (keyring: Keyring, head: Head, at: string, centre: string): Promise<string> =>
  signReceipt(keyring, {
    centre,
    reference: REGISTER,
    kind: 'notikumu ķēdes gals',
    receivedAt: at,
    dueOn: 'nav',
    digest: 'pēdējais notikums',
    chain: await sealHead(keyring, head),
  });
