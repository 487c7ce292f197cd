// `npm run serve`: starts the server, tells the operator what to do next, and stops it on a signal.
import { flushCompileCache } from 'node:module';
import { resolve } from 'node:path';
import { byName } from '../http/register/loopback.ts';
import { backupFolder } from './backup/folder.ts';
import { makesBackups } from './backup/nightly.ts';
import { invitationLines } from './first-invitation.ts';
import { recoveryLines } from './recovery-key.ts';
import { runCommand } from './refusal.ts';
import { processEnv } from './settings.ts';
import { type RunningServer, startServer } from './start.ts';

/** Serves until a signal ends it. A refused start is printed and ends the process with 1. */
export const serve = (): Promise<void> =>
  runCommand(async () => {
    const server = await startServer({ env: processEnv() });
    stopOnSignal(server);
    greet(server);
    // Now and not at the end, which a killed process does not reach.
    flushCompileCache();
  });

function greet({ origin, config, recoveryKey, invitation, canRead }: RunningServer): void {
  const lines = [
    `Vietne darbojas: ${config.origin ?? origin}`,
    `Dati un atslēgas: ${resolve(config.dataFolder)}`,
    ...(makesBackups(config) ? [`Rezerves kopijas katru nakti: ${resolve(backupFolder(config))}`] : []),
    '',
    ...invitationLines(config.origin ?? origin, invitation),
    'Ko darīt tālāk:',
    '  atveriet vietni pārlūkā',
    `  ${byName(config.origin ?? origin)}/registrs/   reģistrs darbiniekiem`,
    '  npm run register -- list   saņemtie iesniegumi terminālī',
    '  npm run dev                satura labošana ar tūlītēju priekšskatījumu (saturs ir mapē content/)',
    '',
    'Apturēt: Ctrl+C',
    ...(recoveryKey === null ? [] : recoveryLines(recoveryKey)),
    ...(canRead
      ? []
      : ['', 'Biroja atslēgas šeit nav: iesniegumus pieņem, bet šajā datorā tos izlasīt nevar.']),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/**
 * npm passes Ctrl+C on to a child that the terminal has already signalled: a signal this soon is the same
 * one.
 */
const SAME_SIGNAL_MS = 500;

function stopOnSignal(server: RunningServer): void {
  let impatient = false;
  let stopping = false;
  const stop = (): void => {
    // A second signal means "now". Everything acknowledged is already on disk.
    if (impatient) process.exit(1);
    if (stopping) return;
    stopping = true;
    setTimeout(() => {
      impatient = true;
    }, SAME_SIGNAL_MS).unref();
    void server.stop();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
