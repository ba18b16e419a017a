export { createReview, type Review, type Ruling, type Standing } from './review.js';
