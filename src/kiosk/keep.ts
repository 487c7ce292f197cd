// Registers the service worker that keeps the kiosk's first pages, so that they open without a network
// (`docs/offline.md`).
import { registerWorker } from '../forms/browser/register-worker.ts';

registerWorker('/kiosks/sw.js');
