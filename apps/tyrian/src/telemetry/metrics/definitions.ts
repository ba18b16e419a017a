/** What is counted. Labels have a bounded number of values each: never a key, an account, a hash or a client's word. */
export const METRICS = {
  requests: {
    name: 'tyrian_requests_total',
    type: 'counter',
    labels: ['door', 'outcome', 'streamed'],
    help: 'Requests by what became of them: allowed, repaired, held, refused, rejected, failed, gone, answered',
  },
  faults: {
    name: 'tyrian_request_faults_total',
    type: 'counter',
    labels: ['door', 'code'],
    help: 'Requests that failed or were turned away, by the code of the error',
  },
  verdicts: {
    name: 'tyrian_verdicts_total',
    type: 'counter',
    labels: ['door', 'stage', 'decision'],
    help: 'Verdicts; of a streamed answer one more for each time that a part of it looked bad',
  },
  coverage: {
    name: 'tyrian_coverage_total',
    type: 'counter',
    labels: ['detector', 'status'],
    help: 'Checks in which a detector failed, or could not judge something of its own (not-covered)',
  },
  upstreamAnswers: {
    name: 'tyrian_upstream_answers_total',
    type: 'counter',
    labels: ['upstream', 'answer'],
    help: 'Calls of a model server by the class of its status, or the code of what went wrong',
  },
  holdPlaces: {
    name: 'tyrian_hold_places_total',
    type: 'counter',
    labels: ['place'],
    help: 'What a person was to decide: taken is within the daily cap of its tenant, refused is over it',
  },
  conductSteps: {
    name: 'tyrian_conduct_steps_total',
    type: 'counter',
    labels: ['kind', 'step'],
    help: 'Steps of ladders that this process took, by the kind of who they are about',
  },
  requestSeconds: {
    name: 'tyrian_request_seconds',
    type: 'histogram',
    labels: ['door'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120],
    help: 'From the arrival of a request to its last byte, with the time of the model',
  },
  firstTokenSeconds: {
    name: 'tyrian_first_token_seconds',
    type: 'histogram',
    labels: ['door'],
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
    help: 'From the arrival of a request to the first of its stream that leaves',
  },
  checkSeconds: {
    name: 'tyrian_check_seconds',
    type: 'histogram',
    labels: ['stage'],
    buckets: [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 1, 5, 20],
    help: 'Time of one check by the whole guard, parts of streams too',
  },
  upstreamSeconds: {
    name: 'tyrian_upstream_seconds',
    type: 'histogram',
    labels: ['upstream'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120],
    help: 'From the call of a model server to the headers of its answer',
  },
  commitSeconds: {
    name: 'tyrian_commit_seconds',
    type: 'histogram',
    labels: [],
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    help: 'Until a record was durable in the database, with its wait for others',
  },
  openRequests: { name: 'tyrian_open_requests', type: 'gauge', labels: [], help: 'Requests under way' },
  openStreams: { name: 'tyrian_open_streams', type: 'gauge', labels: [], help: 'Streams of which something has left' },
  ready: { name: 'tyrian_ready', type: 'gauge', labels: [], help: '1 while the process takes requests' },
  upstreamUp: {
    name: 'tyrian_upstream_up',
    type: 'gauge',
    labels: ['upstream'],
    help: '1 while a model server of several is asked',
  },
  guardModelUp: {
    name: 'tyrian_guard_model_up',
    type: 'gauge',
    labels: ['model'],
    help: '1 while a guard model is asked',
  },
  outboxWaiting: {
    name: 'tyrian_outbox_waiting',
    type: 'gauge',
    labels: [],
    help: 'Events that nobody has taken yet; of the whole database, so take the maximum over machines',
  },
  undeliveredTo: {
    name: 'tyrian_undelivered_endpoints',
    type: 'gauge',
    labels: [],
    help: 'Receivers outside that are off or were not told something; of the whole database',
  },
} as const satisfies Record<string, Definition>;

export interface Definition {
  readonly name: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly labels: readonly string[];
  readonly buckets?: readonly number[];
  readonly help: string;
}
