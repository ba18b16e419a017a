// Made by scripts/build-console-client.mjs from the console's OpenAPI. Do not edit.
export interface paths {
    "/console/api/overview.read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How the platform stands: traffic, policies, cases, what is not protected */
        post: operations["overview.read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/guard.try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the guard in force makes of a text; nothing of it is kept */
        post: operations["guard.try"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/record.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records, newest first */
        post: operations["record.list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/record.show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** One record */
        post: operations["record.show"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/case.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cases, newest first */
        post: operations["case.list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/case.show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** One case, without its sealed content */
        post: operations["case.show"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/case.open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The sealed content of a case; that it was opened goes on record */
        post: operations["case.open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/case.decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide a case */
        post: operations["case.decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/notice.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Notices from outside with their clocks, the most urgent first */
        post: operations["notice.list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/notice.show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** One notice, without what was said: that is opened through its case */
        post: operations["notice.show"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/notice.decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a notice its outcome */
        post: operations["notice.decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/appeal.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Appeals with their clocks, the most urgent first */
        post: operations["appeal.list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/appeal.show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** One appeal */
        post: operations["appeal.show"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/appeal.decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give an appeal its outcome */
        post: operations["appeal.decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/policy.active": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The policies in force */
        post: operations["policy.active"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/audit.verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Walk every chain of records */
        post: operations["audit.verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/audit.export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign a checkpoint over all chains */
        post: operations["audit.export"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "overview.read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    since: number;
                    tenant?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result: {
                            readonly traffic: {
                                at: number;
                                /** @enum {string} */
                                stage: "input" | "output";
                                /** @enum {string} */
                                decision: "allow" | "repair" | "hold" | "refuse";
                                verdicts: number;
                                failed: number;
                                tookMs: number;
                                slowestMs: number;
                            }[];
                            policies: {
                                tenant: string | null;
                                policy: {
                                    hash: string;
                                    id: string;
                                    version: string;
                                    /** @enum {string} */
                                    mode: "observe" | "shadow" | "canary" | "enforce";
                                    canaryPercent: number;
                                };
                                isConfigured: boolean;
                                since: number | null;
                                by: string | null;
                                note: string | null;
                            }[];
                            cases: {
                                open: number;
                                oldestAt: number | null;
                            };
                            /** @description What could not be told to endpoints outside */
                            undelivered: number;
                            readonly notProtected: string[];
                            database: string;
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        instance: string;
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        instance: string;
                    };
                };
            };
        };
    };
    "guard.try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                    /**
                     * @default prompt
                     * @enum {string}
                     */
                    as?: "prompt" | "output";
                    /**
                     * @default unknown
                     * @enum {string}
                     */
                    audience?: "child" | "teen" | "adult" | "unknown";
                    tenant?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result: {
                            id: string;
                            generation: string;
                            /** @enum {string} */
                            stage: "input" | "output";
                            /** @enum {string} */
                            decision: "allow" | "repair" | "hold" | "refuse";
                            /** @enum {string} */
                            proposed: "allow" | "repair" | "hold" | "refuse";
                            score: number;
                            maturity: {
                                sexual: 0 | 1 | 2 | 3 | 4;
                                violence: 0 | 1 | 2 | 3 | 4;
                                hate: 0 | 1 | 2 | 3 | 4;
                                "self-harm": 0 | 1 | 2 | 3 | 4;
                                drugs: 0 | 1 | 2 | 3 | 4;
                                /** @enum {string} */
                                level: "general" | "teen" | "mature" | "explicit";
                            };
                            /** @enum {string} */
                            audience: "child" | "teen" | "adult" | "unknown";
                            readonly reasons: {
                                rule: string;
                                /** @enum {string} */
                                decision: "allow" | "repair" | "hold" | "refuse";
                                subject?: ("S1" | "S2" | "S3" | "S4" | "S5" | "S6" | "S7" | "S8" | "S9" | "S10" | "S11" | "S12" | "S13" | "S14" | "prompt-injection" | "hidden-text" | "personal-data" | "secret" | "insecure-code" | "real-person") | ("sexual" | "violence" | "hate" | "self-harm" | "drugs") | ("minor" | "adult-stated" | "education" | "medicine" | "news" | "disclosure" | "help-seeking" | "fiction" | "art" | "negation");
                                /** @enum {string} */
                                gap?: "language" | "modality" | "axis" | "hazard" | "off" | "unasked" | "down";
                                locked: boolean;
                                enforced: boolean;
                                /** @enum {string} */
                                explanation: "nothing" | "hazard" | "words";
                                help: boolean;
                                readonly signals: number[];
                            }[];
                            readonly repairs: {
                                place: string;
                                readonly spans: [
                                    number,
                                    number
                                ][];
                                replacement: string;
                                /** @enum {boolean} */
                                restore?: true;
                            }[];
                            readonly signals: ({
                                /** @enum {string} */
                                kind: "hazard";
                                /** @enum {string} */
                                name: "S1" | "S2" | "S3" | "S4" | "S5" | "S6" | "S7" | "S8" | "S9" | "S10" | "S11" | "S12" | "S13" | "S14" | "prompt-injection" | "hidden-text" | "personal-data" | "secret" | "insecure-code" | "real-person";
                                score: number;
                                place: string;
                                /** @enum {string} */
                                role: "system" | "user" | "assistant" | "tool" | "document" | "definition";
                                /** @enum {string} */
                                stage: "input" | "output";
                                readonly spans: [
                                    number,
                                    number
                                ][];
                                readonly via: string[];
                                detector: string;
                                version: string;
                                rule?: string;
                                readonly alsoRules?: string[];
                                /** @enum {boolean} */
                                allowed?: true;
                                /** @enum {boolean} */
                                muted?: true;
                            } | {
                                /** @enum {string} */
                                kind: "attribute";
                                /** @enum {string} */
                                name: "minor" | "adult-stated" | "education" | "medicine" | "news" | "disclosure" | "help-seeking" | "fiction" | "art" | "negation";
                                score: number;
                                place: string;
                                /** @enum {string} */
                                role: "system" | "user" | "assistant" | "tool" | "document" | "definition";
                                /** @enum {string} */
                                stage: "input" | "output";
                                readonly spans: [
                                    number,
                                    number
                                ][];
                                readonly via: string[];
                                detector: string;
                                version: string;
                                rule?: string;
                                readonly alsoRules?: string[];
                                /** @enum {boolean} */
                                allowed?: true;
                                /** @enum {boolean} */
                                muted?: true;
                            } | {
                                /** @enum {string} */
                                kind: "maturity";
                                /** @enum {string} */
                                name: "sexual" | "violence" | "hate" | "self-harm" | "drugs";
                                degree: 0 | 1 | 2 | 3 | 4;
                                score: number;
                                place: string;
                                /** @enum {string} */
                                role: "system" | "user" | "assistant" | "tool" | "document" | "definition";
                                /** @enum {string} */
                                stage: "input" | "output";
                                readonly spans: [
                                    number,
                                    number
                                ][];
                                readonly via: string[];
                                detector: string;
                                version: string;
                                rule?: string;
                                readonly alsoRules?: string[];
                                /** @enum {boolean} */
                                allowed?: true;
                                /** @enum {boolean} */
                                muted?: true;
                            })[];
                            readonly coverage: ({
                                /** @enum {string} */
                                status: "scanned";
                                detector: string;
                                place: string;
                            } | {
                                /** @enum {string} */
                                status: "not-covered";
                                detector: string;
                                place: string;
                                /** @enum {string} */
                                gap: "language" | "modality" | "axis" | "hazard" | "off" | "unasked" | "down";
                                readonly languages?: string[];
                            } | {
                                /** @enum {string} */
                                status: "failed";
                                detector: string;
                                place: string;
                                code: string;
                            })[];
                            policy: {
                                id: string;
                                version: string;
                                hash: string;
                                /** @enum {string} */
                                mode: "observe" | "shadow" | "canary" | "enforce";
                            };
                            tookMs: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        instance: string;
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        instance: string;
                    };
                };
            };
        };
    };
    "record.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    type?: "generation.input" | "generation.output" | "request.rejected" | "upstream.failed" | "policy.loaded" | "policy.activated" | "policy.promoted" | "policy.rolled-back" | "policy.proposed" | "lexicon.activated" | "lexicon.removed" | "allow.added" | "allow.removed" | "switch.changed" | "guard.added" | "guard.removed" | "key.created" | "key.revoked" | "key.rotated" | "secret.rotated" | "mcp.tool-changed" | "case.opened" | "case.decided" | "case.expired" | "feedback.given" | "conduct.stepped" | "conduct.lifted" | "lockdown.started" | "lockdown.ended" | "evidence.opened" | "evidence.expired" | "case.erased" | "record.erased" | "person.exported" | "person.erased" | "legal-hold.set" | "legal-hold.ended" | "legal-request.added" | "legal-request.exported" | "legal-request.overdue" | "legal-request.closed" | "notice.received" | "notice.decided" | "notice.reopened" | "appeal.received" | "appeal.decided" | "clock.warned" | "clock.overdue" | "backup.created" | "backup.restored" | "database.moved";
                    tenant?: string;
                    subject?: string;
                    /** @enum {string} */
                    decision?: "allow" | "repair" | "hold" | "refuse";
                    before?: string;
                    /** @default 50 */
                    limit?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result: {
                            records: {
                                id: string;
                                /** @enum {string} */
                                type: "generation.input" | "generation.output" | "request.rejected" | "upstream.failed" | "policy.loaded" | "policy.activated" | "policy.promoted" | "policy.rolled-back" | "policy.proposed" | "lexicon.activated" | "lexicon.removed" | "allow.added" | "allow.removed" | "switch.changed" | "guard.added" | "guard.removed" | "key.created" | "key.revoked" | "key.rotated" | "secret.rotated" | "mcp.tool-changed" | "case.opened" | "case.decided" | "case.expired" | "feedback.given" | "conduct.stepped" | "conduct.lifted" | "lockdown.started" | "lockdown.ended" | "evidence.opened" | "evidence.expired" | "case.erased" | "record.erased" | "person.exported" | "person.erased" | "legal-hold.set" | "legal-hold.ended" | "legal-request.added" | "legal-request.exported" | "legal-request.overdue" | "legal-request.closed" | "notice.received" | "notice.decided" | "notice.reopened" | "appeal.received" | "appeal.decided" | "clock.warned" | "clock.overdue" | "backup.created" | "backup.restored" | "database.moved";
                                at: number;
                                tenant: string;
                                subject: string | null;
                                writer: string;
                                seq: number;
                                hash: string;
                                payload: {
                                    [key: string]: unknown;
                                } | null;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        instance: string;
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        instance: string;
                    };
                };
            };
        };
    };
    "record.show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result: {
                            id: string;
                            /** @enum {string} */
                            type: "generation.input" | "generation.output" | "request.rejected" | "upstream.failed" | "policy.loaded" | "policy.activated" | "policy.promoted" | "policy.rolled-back" | "policy.proposed" | "lexicon.activated" | "lexicon.removed" | "allow.added" | "allow.removed" | "switch.changed" | "guard.added" | "guard.removed" | "key.created" | "key.revoked" | "key.rotated" | "secret.rotated" | "mcp.tool-changed" | "case.opened" | "case.decided" | "case.expired" | "feedback.given" | "conduct.stepped" | "conduct.lifted" | "lockdown.started" | "lockdown.ended" | "evidence.opened" | "evidence.expired" | "case.erased" | "record.erased" | "person.exported" | "person.erased" | "legal-hold.set" | "legal-hold.ended" | "legal-request.added" | "legal-request.exported" | "legal-request.overdue" | "legal-request.closed" | "notice.received" | "notice.decided" | "notice.reopened" | "appeal.received" | "appeal.decided" | "clock.warned" | "clock.overdue" | "backup.created" | "backup.restored" | "database.moved";
                            at: number;
                            tenant: string;
                            subject: string | null;
                            writer: string;
                            seq: number;
                            hash: string;
                            payload: {
                                [key: string]: unknown;
                            } | null;
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        instance: string;
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        instance: string;
                    };
                };
            };
        };
    };
    "case.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    status?: "open" | "decided" | "expired";
                    limit: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result: {
                            id: string;
                            tenant: string;
                            /** @enum {string} */
                            kind: "hold" | "conduct" | "notice" | "appeal";
                            /** @enum {string} */
                            status: "open" | "decided" | "expired";
                            verdict: string;
                            evidence: string | null;
                            fingerprint: string;
                            rules: string[];
                            openedAt: number;
                            expiresAt: number;
                            decision: ("release" | "refuse" | "lift" | "uphold" | "remove" | "restrict" | "reject" | "forward" | "reverse") | null;
                            decidedBy: string | null;
                            decidedAt: number | null;
                            note: string | null;
                            /** @enum {boolean} */
                            quiet?: true;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        instance: string;
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        instance: string;
                    };
                };
            };
        };
    };
    "case.show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result: {
                            id: string;
                            tenant: string;
                            /** @enum {string} */
                            kind: "hold" | "conduct" | "notice" | "appeal";
                            /** @enum {string} */
                            status: "open" | "decided" | "expired";
                            verdict: string;
                            evidence: string | null;
                            fingerprint: string;
                            rules: string[];
                            openedAt: number;
                            expiresAt: number;
                            decision: ("release" | "refuse" | "lift" | "uphold" | "remove" | "restrict" | "reject" | "forward" | "reverse") | null;
                            decidedBy: string | null;
                            decidedAt: number | null;
                            note: string | null;
                            /** @enum {boolean} */
                            quiet?: true;
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        instance: string;
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        instance: string;
                    };
                };
            };
        };
    };
    "case.open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        instance: string;
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        instance: string;
                    };
                };
            };
        };
    };
    "case.decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: string;
                    /** @enum {string} */
                    decision: "release" | "refuse" | "lift" | "uphold" | "remove" | "restrict" | "reject" | "forward" | "reverse";
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result: {
                            id: string;
                            tenant: string;
                            /** @enum {string} */
                            kind: "hold" | "conduct" | "notice" | "appeal";
                            /** @enum {string} */
                            status: "open" | "decided" | "expired";
                            verdict: string;
                            evidence: string | null;
                            fingerprint: string;
                            rules: string[];
                            openedAt: number;
                            expiresAt: number;
                            decision: ("release" | "refuse" | "lift" | "uphold" | "remove" | "restrict" | "reject" | "forward" | "reverse") | null;
                            decidedBy: string | null;
                            decidedAt: number | null;
                            note: string | null;
                            /** @enum {boolean} */
                            quiet?: true;
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        instance: string;
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        instance: string;
                    };
                };
            };
        };
    };
    "notice.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @default open
                     * @enum {string}
                     */
                    status?: "open" | "decided";
                    /** @default 100 */
                    limit?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        readonly result: {
                            id: string;
                            tenant: string;
                            case: string;
                            /** @enum {string} */
                            kind: "illegal-content" | "intimate-image" | "child-safety" | "rights" | "model-or-adapter";
                            /** @enum {string} */
                            jurisdiction: "us" | "eu" | "uk" | "other";
                            evidence: string;
                            verdict: string | null;
                            model: string | null;
                            copies: number;
                            linked: string[];
                            language: string;
                            receivedAt: number;
                            reporter: string | null;
                            flagger: string | null;
                            isChildSafety: boolean;
                            priority: number;
                            /** @enum {string} */
                            status: "open" | "decided";
                            decidedBy: string | null;
                            decidedAt: number | null;
                            reason: string | null;
                            statement: string | null;
                            outcome: ("removed" | "restricted" | "rejected" | "forwarded") | null;
                            isUnfounded: boolean;
                            readonly clocks: {
                                id: string;
                                tenant: string;
                                case: string;
                                about: string;
                                duty: string;
                                startedAt: number;
                                dueAt: number;
                                warnings: number;
                                stoppedAt: number | null;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        instance: string;
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        instance: string;
                    };
                };
            };
        };
    };
    "notice.show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result: {
                            id: string;
                            tenant: string;
                            case: string;
                            /** @enum {string} */
                            kind: "illegal-content" | "intimate-image" | "child-safety" | "rights" | "model-or-adapter";
                            /** @enum {string} */
                            jurisdiction: "us" | "eu" | "uk" | "other";
                            evidence: string;
                            verdict: string | null;
                            model: string | null;
                            copies: number;
                            linked: string[];
                            language: string;
                            receivedAt: number;
                            reporter: string | null;
                            flagger: string | null;
                            isChildSafety: boolean;
                            priority: number;
                            /** @enum {string} */
                            status: "open" | "decided";
                            decidedBy: string | null;
                            decidedAt: number | null;
                            reason: string | null;
                            statement: string | null;
                            outcome: ("removed" | "restricted" | "rejected" | "forwarded") | null;
                            isUnfounded: boolean;
                            readonly clocks: {
                                id: string;
                                tenant: string;
                                case: string;
                                about: string;
                                duty: string;
                                startedAt: number;
                                dueAt: number;
                                warnings: number;
                                stoppedAt: number | null;
                            }[];
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        instance: string;
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        instance: string;
                    };
                };
            };
        };
    };
    "notice.decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: string;
                    /** @enum {string} */
                    outcome: "removed" | "restricted" | "rejected" | "forwarded";
                    isUnfounded?: boolean;
                    reason: string;
                    statement: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result: {
                            id: string;
                            tenant: string;
                            case: string;
                            /** @enum {string} */
                            kind: "illegal-content" | "intimate-image" | "child-safety" | "rights" | "model-or-adapter";
                            /** @enum {string} */
                            jurisdiction: "us" | "eu" | "uk" | "other";
                            evidence: string;
                            verdict: string | null;
                            model: string | null;
                            copies: number;
                            linked: string[];
                            language: string;
                            receivedAt: number;
                            reporter: string | null;
                            flagger: string | null;
                            isChildSafety: boolean;
                            priority: number;
                            /** @enum {string} */
                            status: "open" | "decided";
                            decidedBy: string | null;
                            decidedAt: number | null;
                            reason: string | null;
                            statement: string | null;
                            outcome: ("removed" | "restricted" | "rejected" | "forwarded") | null;
                            isUnfounded: boolean;
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        instance: string;
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        instance: string;
                    };
                };
            };
        };
    };
    "appeal.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @default open
                     * @enum {string}
                     */
                    status?: "open" | "decided";
                    /** @default 100 */
                    limit?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        readonly result: {
                            id: string;
                            tenant: string;
                            case: string;
                            verdict: string | null;
                            notice: string | null;
                            evidence: string;
                            judged: string | null;
                            language: string;
                            receivedAt: number;
                            reporter: string | null;
                            isChildSafety: boolean;
                            priority: number;
                            /** @enum {string} */
                            status: "open" | "decided";
                            decidedBy: string | null;
                            decidedAt: number | null;
                            reason: string | null;
                            statement: string | null;
                            outcome: ("reversed" | "upheld") | null;
                            readonly clocks: {
                                id: string;
                                tenant: string;
                                case: string;
                                about: string;
                                duty: string;
                                startedAt: number;
                                dueAt: number;
                                warnings: number;
                                stoppedAt: number | null;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        instance: string;
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        instance: string;
                    };
                };
            };
        };
    };
    "appeal.show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result: {
                            id: string;
                            tenant: string;
                            case: string;
                            verdict: string | null;
                            notice: string | null;
                            evidence: string;
                            judged: string | null;
                            language: string;
                            receivedAt: number;
                            reporter: string | null;
                            isChildSafety: boolean;
                            priority: number;
                            /** @enum {string} */
                            status: "open" | "decided";
                            decidedBy: string | null;
                            decidedAt: number | null;
                            reason: string | null;
                            statement: string | null;
                            outcome: ("reversed" | "upheld") | null;
                            readonly clocks: {
                                id: string;
                                tenant: string;
                                case: string;
                                about: string;
                                duty: string;
                                startedAt: number;
                                dueAt: number;
                                warnings: number;
                                stoppedAt: number | null;
                            }[];
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        instance: string;
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        instance: string;
                    };
                };
            };
        };
    };
    "appeal.decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: string;
                    /** @enum {string} */
                    outcome: "reversed" | "upheld";
                    reason: string;
                    statement: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result: {
                            id: string;
                            tenant: string;
                            case: string;
                            verdict: string | null;
                            notice: string | null;
                            evidence: string;
                            judged: string | null;
                            language: string;
                            receivedAt: number;
                            reporter: string | null;
                            isChildSafety: boolean;
                            priority: number;
                            /** @enum {string} */
                            status: "open" | "decided";
                            decidedBy: string | null;
                            decidedAt: number | null;
                            reason: string | null;
                            statement: string | null;
                            outcome: ("reversed" | "upheld") | null;
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        instance: string;
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        instance: string;
                    };
                };
            };
        };
    };
    "policy.active": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result: {
                            revision: number;
                            applied: number | null;
                            readonly policies: {
                                tenant: string | null;
                                policy: {
                                    hash: string;
                                    id: string;
                                    version: string;
                                    /** @enum {string} */
                                    mode: "observe" | "shadow" | "canary" | "enforce";
                                    canaryPercent: number;
                                };
                                isConfigured: boolean;
                                since: number | null;
                                by: string | null;
                                note: string | null;
                            }[];
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        instance: string;
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        instance: string;
                    };
                };
            };
        };
    };
    "audit.verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    witness?: {
                        body: string;
                        /** @description base64url */
                        signature: string;
                        keyId: string;
                        /** @description SPKI, PEM */
                        publicKey: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result: {
                            intact: boolean;
                            records: number;
                            erased: number;
                            writers: number;
                            checkpoints: number;
                            uncheckpointed: number;
                            faults: {
                                /** @enum {string} */
                                kind: "changed" | "missing" | "reordered" | "forged-checkpoint" | "checkpoint-mismatch";
                                writer?: string;
                                seq?: number;
                                message: string;
                            }[];
                            faultsTruncated: boolean;
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        instance: string;
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        instance: string;
                    };
                };
            };
        };
    };
    "audit.export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result: {
                            body: string;
                            /** @description base64url */
                            signature: string;
                            keyId: string;
                            /** @description SPKI, PEM */
                            publicKey: string;
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        instance: string;
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        detail: string;
                        instance: string;
                    };
                };
            };
        };
    };
}
