import type { Known, Probe } from './probe.ts'
import type { RequestParts, Unavailable } from './request-parts.ts'

/** Why something cannot be asked without the flow of a role, and what would enable it. */
export function missingFlow(role: string): string {
  return `no ${role} is known. Give --flow ${role}=ID`
}

/**
 * A request about the flow of a role, whose id is the value of a path parameter. Without the flow the request is unavailable, and refusals are
 * asked for with an id that no target knows.
 * @param parameter - @default the role's name
 */
export function withFlow(
  { flows }: Known,
  role: string,
  parts: RequestParts,
  parameter = role,
): RequestParts | Unavailable {
  const id = flows[role]
  if (id === undefined) return { unavailable: missingFlow(role), rest: parts }
  return { ...parts, path: { ...parts.path, [parameter]: id } }
}

/** Name of a journey as it is sent for one role: `streamed-run@robot_id`. */
export function nameForRole(journey: string, role: string): string {
  return `${journey}@${role}`
}

/** The same journey for each of several roles; one whose flow was not given is not sent. Checks of it run once for each role. */
export function eachRole<Role extends string>(
  roles: readonly Role[],
  make: (role: Role) => Omit<Probe, 'role'>,
): readonly Probe[] {
  return roles.map((role) => {
    const probe = make(role)
    return { ...probe, name: nameForRole(probe.name, role), role }
  })
}
