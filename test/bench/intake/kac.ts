// Root: the shipped server, with settings from the environment.
import { startServer } from '../../../api/node/start.ts';
import { answerBench } from './child.ts';

const server = await startServer({ env: process.env });
answerBench(server.origin, server.stop);
