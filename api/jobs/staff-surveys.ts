// Staff surveys in the server: answers are accepted, moved to the results when due, and leave no trace in
// between.
import { type Landed, type LandTools, landSurveys } from './land-surveys.ts';
import { type SpendToken, type SpendTools, spendToken } from './spend-token.ts';

export interface StaffSurveys {
  readonly spend: SpendToken;
  /** Empties the log where an earlier answer could not, and moves ready answers to the results. */
  readonly tend: () => Promise<readonly Landed[]>;
}

export function createStaffSurveys(tools: SpendTools & LandTools): StaffSurveys {
  // A process that died may have left data in the log.
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
