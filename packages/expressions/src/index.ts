export { type Decision, evaluateDecision, parseDecision, parseUnaryTests, type TableProblem, type TableSource } from './decision.ts';
export * from './error.ts';
export * from './evaluate.ts';
export { type Expression, type Parsed, parseExpression, type SyntaxProblem } from './expression.ts';
export * from './json.ts';
export { LIMITS as EXPRESSION_LIMITS } from './limits.ts';
export { type Cycle, firstDue, followingDue, nextDue, parseCycle } from './time/cycles.ts';
export { addDuration, isCalendarDate, parseInstant, type Timed } from './time/durations.ts';
export { isTimeZone } from './time/zones.ts';
