// How an answer of the register leaves.

import { body } from '../../views/page.ts';
import type { RegisterPage } from '../../views/register/page.ts';
import { type PageStatus, page } from '../reply.ts';
import { asApp, type RegisterContext } from './env.ts';

export const registerPage = (
  c: RegisterContext,
  { title, content, ...rest }: RegisterPage,
  status: PageStatus = 200,
): Promise<Response> => page(asApp(c), { lang: 'lv', title, main: body({ ...rest, content }, 'lv') }, status);
