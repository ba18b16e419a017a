export type { Classifier, CutText } from './classifier/classifier.js';
export type { ClassifierFiles } from './classifier/open-classifier.js';
export type { OnnxLimits } from './judge/limits.js';
export {
  createOnnxGuardModel,
  ONNX_FAMILY,
  ONNX_FOLDER,
  type OnnxGuardModel,
  type OnnxGuardModelOptions,
} from './judge/onnx-guard-model.js';
