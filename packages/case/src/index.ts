/** Events in, state out: report, case, decisions, clocks. */
export {};
