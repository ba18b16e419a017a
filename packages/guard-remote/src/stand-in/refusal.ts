/** A request that a real server would refuse; `message` says why, as real ones do. */
export class StandInRefusal extends Error {
  override readonly name = 'StandInRefusal';

  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}
