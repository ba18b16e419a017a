export type { GivenFeedback, Reporter, TakenFeedback } from './feedback/feedback.js';
export { createLearning, FEEDBACK_DAYS, type Learning, type LearningOptions } from './learning.js';
export { type FeedbackReport, type FeedbackRow, reportFeedback } from './report/report-feedback.js';
