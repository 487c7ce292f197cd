// Has the kiosk's browser keep its first pages, so that they open without a network (`docs/offline.md`).
import { registerWorker } from '../forms/browser/register-worker.ts';

registerWorker('/kiosks/sw.js');
