/** Changes a text before it is cut into words. */
export type Normalizer = (text: string) => string;
