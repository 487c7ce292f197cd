// The form a request was read as, kept beside the request: an unexpected error later on gives it back filled in.
import type { FormDefinition } from '../../../src/forms/field.ts';
import type { FormState } from '../../../src/forms/render.ts';

export interface Refill {
  readonly form: FormDefinition;
  readonly state: FormState;
}

const refills = new WeakMap<Request, Refill>();

export const keepRefill = (request: Request, refill: Refill): void => void refills.set(request, refill);

/** Undefined where nothing was read, or where the form has no page of its own here. */
export const refillOf = (request: Request): Refill | undefined => refills.get(request);
