// All addresses of the API in order, as a table of contents. The same app serves Node and the edge.
import { Hono, type MiddlewareHandler } from 'hono';
import type { AppEnv, Deps } from './deps.ts';
import { BodyRefused } from './http/body-limits.ts';
import { isBrokenOff } from './http/broken-off.ts';
import { answerFault } from './http/faults/answer.ts';
import { knownMethods } from './http/methods.ts';
import type { DeskEnv, RegisterEnv } from './http/register/env.ts';
import { problem } from './http/reply.ts';
import { securityHeaders } from './http/security-headers.ts';
import { challengeRoutes } from './routes/challenge.ts';
import { followUpRoutes } from './routes/follow-up.ts';
import { healthRoutes } from './routes/health.ts';
import { liveRoutes } from './routes/live.ts';
import { openapiRoutes } from './routes/openapi.ts';
import { receiptRoutes, receivedRoutes } from './routes/receipts.ts';
import { searchPageRoutes, searchRoutes } from './routes/search.ts';
import { statusRoutes } from './routes/status.ts';
import { complaintRoutes, feedbackRoutes } from './routes/submissions.ts';
import { surveyRoutes } from './routes/surveys.ts';
import { uploadRoutes } from './routes/uploads.ts';

export interface AppOptions {
  /** Handles addresses outside the API: the static site, when this process serves it. */
  readonly fallback?: MiddlewareHandler<AppEnv>;
  /** Staff surveys, on Node only. They are registered before the general addresses. */
  readonly staffSurveys?: readonly (readonly [path: string, routes: Hono<DeskEnv>])[];
  /** The register, on Node only. */
  readonly register?: Hono<RegisterEnv>;
  /** The public figures and their addresses, where this process serves the register. */
  readonly figures?: readonly (readonly [path: string, routes: Hono<DeskEnv>])[];
}

/**
 * Builds the app. `resolve` gives the dependencies of a request: the same object each time on Node; on the
 * edge new ones with their own database client, because connections must not outlive a request.
 */
export function createApp(
  resolve: (env: unknown) => Deps | Promise<Deps>,
  options: AppOptions = {},
): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use(securityHeaders);
  // Before the dependencies: it asks neither the database nor the settings.
  app.route('/api/live', liveRoutes);
  app.use(async function dependencies(c, next) {
    c.set('deps', await resolve(c.env));
    await next();
  });
  app.use(knownMethods(app));
  app.route('/api/complaints', complaintRoutes);
  app.route('/api/feedback', feedbackRoutes);
  for (const [path, routes] of options.staffSurveys ?? []) app.route(path, routes);
  app.route('/api/surveys', surveyRoutes);
  app.route('/api/uploads', uploadRoutes);
  app.route('/api/status', statusRoutes);
  app.route('/api/status', followUpRoutes);
  app.route('/api/receipts', receiptRoutes);
  app.route('/api/challenge', challengeRoutes);
  app.route('/api/health', healthRoutes);
  app.route('/api/openapi.json', openapiRoutes);
  app.route('/api/search', searchRoutes);
  app.route('/sanemts/', receivedRoutes);
  app.route('/meklet/', searchPageRoutes('lv'));
  app.route('/en/search/', searchPageRoutes('en'));
  for (const [path, routes] of options.figures ?? []) app.route(path, routes);
  if (options.register) app.route('/registrs/', options.register);
  app.all('/api/*', c => problem(c, 'not-found'));
  if (options.fallback) app.use(options.fallback);
  app.notFound(c => problem(c, 'not-found'));
  app.onError((error, c) => {
    // Without dependencies there is neither a log nor a page shell, so the root must handle the error.
    if (!c.var.deps) throw error;
    if (isBrokenOff(error)) return problem(c, 'unreadable');
    if (error instanceof BodyRefused) return problem(c, error.reason);
    return answerFault(c, error);
  });
  return app;
}
