import { parentPort, workerData } from 'node:worker_threads';
import { openOnnxruntimeSession } from '../classifier/onnxruntime-session.js';
import { type ClassifierFiles, openClassifier } from '../classifier/open-classifier.js';
import { serveClassifier } from './serve-classifier.js';

/** A classifier alone in its thread: tokenizing takes milliseconds, and onnxruntime blocks whoever calls it. */

const files: ClassifierFiles = workerData;
if (parentPort) serveClassifier(parentPort, openClassifier(files, openOnnxruntimeSession));
