/** One number for the whole week, or one for each of its 168 hours. */
export type Hourly = number | Float64Array

/** What holds in an hour of the week, 0 to 167. */
export function inHour(hourly: Hourly, hour: number): number {
  return typeof hourly === 'number' ? hourly : (hourly[hour] ?? 0)
}

/** What the scaler watches: load in any unit (requests per second, cores, GiB), and how much of it one instance takes at 100 %. */
export type ScalingMetric = {
  /** Load of each of the 168 hours. */
  readonly load: Float64Array
  readonly capacityPerInstance: Hourly
  /** Share of an instance's capacity to aim for, above 0: 0.7 for 70 %. */
  readonly target: Hourly
}

export type ScalingPolicy = {
  /** One, or several of which the one that asks for most instances decides. */
  readonly metrics: readonly ScalingMetric[]
  /** Whole instances, 0 ≤ minimum ≤ maximum. Where they change they hold at once, as limits set by the clock do. */
  readonly minimum: Hourly
  readonly maximum: Hourly
  /** No further instance is started for this long after some were. 0: at once. */
  readonly scaleOutCoolDownMinutes: number
  /** No instance is stopped for this long after some were started or stopped. */
  readonly coolDownMinutes: number
  /** Instances are stopped only down to the most that were asked for during this time. */
  readonly scaleInStabilisationMinutes: number
  /** Most instances started or stopped by one action; Infinity for as many as are asked for. */
  readonly scaleOutStep: number
  readonly scaleInStep: number
  /** Share by which a metric may miss its target before anything is done. */
  readonly tolerance: number
  /** Shortest time an instance is charged for. 60 s on EC2, Compute Engine and Fargate with Linux. */
  readonly minimumBilledSeconds: number
  /** Length of a step of the simulation. */
  readonly stepMinutes: 1 | 5
}

/**
 * Defaults of a target-tracking policy: out after one step, in only after 15 minutes below the target.
 * Source: https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-target-tracking.html (it adds capacity in proportion and as
 * fast as it can, and takes it away more gradually; the alarm for scaling in has 15 periods of one minute, default cool-down 300 s).
 */
export const targetTracking = {
  scaleOutCoolDownMinutes: 0,
  coolDownMinutes: 5,
  scaleInStabilisationMinutes: 15,
  scaleOutStep: Infinity,
  scaleInStep: Infinity,
  tolerance: 0,
  minimumBilledSeconds: 60,
  stepMinutes: 1,
} as const

/**
 * Defaults of the Kubernetes HorizontalPodAutoscaler: desired = ceil(current × metric / target), nothing within a tolerance of 0.1, out at
 * once, in after a stabilisation window of 300 s; of several metrics the largest answer.
 * Source: https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/
 */
export const horizontalPodAutoscaler = {
  scaleOutCoolDownMinutes: 0,
  coolDownMinutes: 0,
  scaleInStabilisationMinutes: 5,
  scaleOutStep: Infinity,
  scaleInStep: Infinity,
  tolerance: 0.1,
  minimumBilledSeconds: 0,
  stepMinutes: 1,
} as const

/** Instances that a load needs: ceil(load / perInstance). Each hour is rounded up by itself; rounding the mean would be too low. */
export function instancesFor(load: number, perInstance: number): number {
  return wholeUp(load / perInstance)
}

/** Load of an hour that one instance takes at the target. */
export function takenAtTarget({ capacityPerInstance, target }: ScalingMetric, hour: number): number {
  return inHour(capacityPerInstance, hour) * inHour(target, hour)
}

/** Up to a whole number; what is above one only by the noise of a division is that number. */
function wholeUp(amount: number): number {
  return Math.max(0, Math.ceil(amount - 1e-9 * Math.max(1, amount)))
}
