// Recording a submission for somebody: `/registrs/jauns/`.
import { Hono } from 'hono';
import { counterAnswer, record } from '../../http/register/counter.ts';
import type { RegisterEnv } from '../../http/register/env.ts';

export const counterRoutes = new Hono<RegisterEnv>().get('/', counterAnswer).post('/', record);
