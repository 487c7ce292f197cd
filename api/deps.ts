// Everything the app gets from outside. Roots build it; nothing else reads the clock, randomness or a
// setting.

import type { SiteBundle } from '../src/contract/site-bundle.ts';
import type { BackupState } from './domain/backups.ts';
import type { After } from './domain/crypto/after.ts';
import type { Primitives } from './domain/crypto/primitives.ts';
import type { WindowKeeper } from './domain/crypto/windows.ts';
import type { Hsts } from './domain/hsts.ts';
import type { Keyring } from './domain/keyring.ts';
import type { Limiter } from './domain/limiter.ts';
import type { Sender } from './domain/mails.ts';
import type { Office, OfficeSecrets } from './domain/office.ts';
import type { SubmissionSummary } from './domain/submission.ts';
import type { Inherit } from './jobs/inherit-conflicts.ts';
import type { MailPort } from './jobs/queue-mail.ts';
import type { Retention } from './jobs/retention.ts';
import type { StaffSurveys } from './jobs/staff-surveys.ts';
import type { SurveyPaper } from './jobs/survey-paper.ts';
import type { SurveyTexts } from './jobs/survey-texts/survey-texts.ts';
import type { Verification } from './jobs/verification.ts';
import type { AttachmentStore } from './store/attachments.ts';
import type { Database } from './store/database.ts';
import type { Erase } from './store/erase.ts';
import type { StoreGroup, StoreSubmission } from './store/intake.ts';
import type { Journal } from './store/journal.ts';
import type { ProofStore } from './store/proofs.ts';
import type { CaseStore } from './store/register/cases.ts';
import type { ChainStore } from './store/register/chain-log.ts';
import type { CredentialStore } from './store/register/credentials.ts';
import type { ExportStore } from './store/register/export.ts';
import type { FigureStore } from './store/register/figures.ts';
import type { KeptFromStore } from './store/register/kept-from.ts';
import type { MarkedRows } from './store/register/marked-rows.ts';
import type { PeopleStore } from './store/register/people.ts';
import type { PersonalDataStore } from './store/register/personal-data.ts';
import type { PublicationStore } from './store/register/publications.ts';
import type { SessionStore } from './store/register/sessions.ts';
import type { TermsTold } from './store/register/terms-told.ts';
import type { Worklist } from './store/register/worklist.ts';
import type { TakeStep } from './store/steps.ts';
import type { SubmissionStore } from './store/submissions.ts';
import type { SurveyCounts } from './store/surveys/counts.ts';
import type { PoolStore } from './store/surveys/pool.ts';
import type { ResponseStore } from './store/surveys/responses.ts';
import type { SurveySteps } from './store/surveys/steps.ts';
import type { TokenStore } from './store/surveys/tokens.ts';
import type { WriteProbe } from './store/write-probe.ts';

export interface LogEntry {
  readonly level: 'info' | 'error';
  readonly event: string;
  /** Facts about the event, never personal data or anything typed into a form. */
  readonly detail?: Readonly<Record<string, string | number | boolean>>;
}

export interface Settings {
  /**
   * The public address, `https://kac.example`, without a trailing slash; null means the address of each
   * request.
   */
  readonly origin: string | null;
  /** The sender of letters; without it none is queued. Set only together with `origin`. */
  readonly mailFrom?: Sender | null;
  /** What browsers are told to open by https only; this host unless told. */
  readonly hsts?: Hsts;
}

/**
 * The network address of a request, or null when it is unknown. It is turned into a keyed hash at once
 * (`http/source.ts`) and is never stored or logged.
 */
export type ClientAddress = (request: {
  readonly req: { header(name: string): string | undefined };
  readonly env: unknown;
}) => string | null;

/** What a root provides; `createDeps` in `compose.ts` adds the stores. */
export interface Surroundings {
  readonly database: Database;
  readonly site: SiteBundle;
  readonly keyring: Keyring;
  readonly primitives: Primitives;
  /** Tries a write at intervals; absent when the disk belongs to a database server. */
  readonly writeProbe?: WriteProbe;
  /** State of the backups; absent when this process makes none. */
  readonly backups?: () => BackupState;
  /** Takes groups of submissions in the thread of the database; in this thread when absent or null. */
  readonly storeGroup?: StoreGroup | null;
  readonly settings: Settings;
  /** The present instant. */
  readonly now: () => Date;
  /** Cryptographically strong random bytes. */
  readonly random: (length: number) => Uint8Array;
  /** The timer; absent where nothing outlives a request. */
  readonly after?: After;
  readonly log: (entry: LogEntry) => void;
  /** Wakes the mail sender, when it runs in this process. */
  readonly wakeMail?: () => void;
  readonly limiter: Limiter;
  readonly clientAddress: ClientAddress;
  /** Resolves in a later turn of the event loop: awaited within long work, so that other requests go on meanwhile. */
  readonly letOthersRun: () => Promise<void>;
}

/** What a root provides for the register. */
export interface RegisterSurroundings extends Surroundings {
  /** Absent or null when the office's key is kept elsewhere. */
  readonly officeSecrets?: OfficeSecrets | null;
}

/** Finds people by name, e-mail or phone, newest first. Null when the query contains nothing to search by. */
export type Find = (query: string, limit: number) => Promise<readonly SubmissionSummary[] | null>;

export interface Deps extends Omit<Surroundings, 'database' | 'storeGroup' | 'wakeMail'> {
  readonly windows: WindowKeeper;
  readonly submissions: SubmissionStore;
  readonly responses: ResponseStore;
  /** Stores a prepared submission; several at once share a commit. */
  readonly storeSubmission: StoreSubmission;
  /** Stores a prepared step on a submission, once per idempotency hash. */
  readonly takeStep: TakeStep;
  /** The only way to change data in the register. */
  readonly journal: Journal;
  readonly mail: MailPort;
  readonly proofs: ProofStore;
  readonly attachments: AttachmentStore;
  /** Resolves when the database answers. */
  readonly ping: () => Promise<void>;
}

/** What only the office can do. */
export interface OfficeTools {
  /** Opens submissions; null when the office's key is kept elsewhere. */
  readonly office: Office | null;
  /** Null when the office's key is kept elsewhere, because the search needs it. */
  readonly find: Find | null;
  readonly erase: Erase;
}

/** What changes people and what they sign in by; reading is for their stores. */
export type Accounts = Pick<MarkedRows, 'revise' | 'lost' | 'unmarked' | 'adopt' | 'everMarked'>;

/** The stores that only the register uses, on Node. */
export interface RegisterStores {
  readonly cases: CaseStore;
  readonly keptFrom: KeptFromStore;
  /** Keeps accounts from what others of the same human being are kept from. */
  readonly inherit: Inherit;
  readonly worklist: Worklist;
  /** Changes people and what they sign in by. */
  readonly accounts: Accounts;
  readonly people: PeopleStore;
  readonly sessions: SessionStore;
  readonly credentials: CredentialStore;
  readonly exports: ExportStore;
  readonly figures: FigureStore;
  readonly publications: PublicationStore;
  readonly retention: Retention;
  readonly termsTold: TermsTold;
  readonly chain: ChainStore;
  readonly verification: Verification;
  readonly personalData: PersonalDataStore;
  readonly surveyCounts: SurveyCounts;
  readonly surveySteps: SurveySteps;
  readonly surveyPaper: SurveyPaper;
  readonly surveyTexts: SurveyTexts;
  readonly surveyTokens: TokenStore;
  readonly surveyPools: PoolStore;
  readonly staffSurveys: StaffSurveys;
}

export interface RegisterDeps extends Deps, OfficeTools, RegisterStores {}

/** Hono's environment for every route: `c.var.deps`. */
export interface AppEnv {
  Variables: { deps: Deps };
}
