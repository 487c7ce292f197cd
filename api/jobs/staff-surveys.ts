// Staff surveys as the server runs them: answers taken in, landed when their time has come, no trace left in between.
import { type Landed, type LandTools, landSurveys } from './land-surveys.ts';
import { type SpendToken, type SpendTools, spendToken } from './spend-token.ts';

export interface StaffSurveys {
  readonly spend: SpendToken;
  /** Empties the log where an earlier answer could not, and lands what is ready. */
  readonly tend: () => Promise<readonly Landed[]>;
}

export function createStaffSurveys(tools: SpendTools & LandTools): StaffSurveys {
  // A process that died may have left a log behind.
  let cleared = false;
  const clearLog = async (): Promise<boolean> => {
    cleared = await tools.clearLog();
    return cleared;
  };
  return {
    spend: spendToken({ ...tools, clearLog }),
    async tend() {
      const done = await landSurveys(tools);
      if (done.length > 0 || !cleared) await clearLog();
      return done;
    },
  };
}
