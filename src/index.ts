export type { Drift, Patch } from './contract/drift.ts'
export type { Exchange } from './contract/exchange.ts'
export { type LoadedContract, loadContract } from './contract/load-contract.ts'
export { defineContract, type PlatformContract, type RequestMaker } from './contract/platform-contract.ts'
export type { Finding, Report, Verdict } from './contract/report.ts'
export { type Progress, type VerifyOptions, verify } from './contract/verify.ts'
export type { Waiver } from './contract/waivers.ts'
export { type ErrorCode, FlowproofError, type Place } from './errors.ts'
export type { Call, CallBody, CallHead, UploadedFile } from './mock/call.ts'
export type { Clock } from './mock/clock.ts'
export { createHeldClock, type HeldClock, type HeldClockOptions } from './mock/held-clock.ts'
export type { RequestRecord, Violation } from './mock/journal.ts'
export {
  definePlatform,
  type Handlers,
  type Platform,
  type PlatformOf,
  type Refusals,
  type ReplyOf,
  type Sample,
} from './mock/platform.ts'
export type { BodyReply, EmptyReply, FileReply, LaterReply, Reply, SilentReply, StreamReply } from './mock/reply.ts'
export type { Run, Runs, StartRun } from './mock/run.ts'
export type { MockEvent } from './mock/server-context.ts'
export { type Mock, type MockOptions, type ServedPlatform, startMock } from './mock/start-mock.ts'
export type { FormAnswer, Moment, MomentOf, RunRequest } from './run/moment.ts'
export type { Scenario } from './run/scenario.ts'
export type { Scenarios } from './run/scenarios.ts'
export type { Frame } from './wire/frame.ts'
