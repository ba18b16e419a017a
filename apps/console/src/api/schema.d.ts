// Made by scripts/build-console-client.mjs from the console's OpenAPI. Do not edit.
export interface paths {
    "/console/api/sign-in/begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How somebody comes in here: whether there is a first member yet */
        post: operations["sign-in/begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with name and password */
        post: operations["sign-in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/sign-in/first": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Become the first member, with the code that the server prints */
        post: operations["sign-in/first"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/sign-in/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Come in with an invitation, and set a password */
        post: operations["sign-in/join"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/sign-in/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the one-time code, or a recovery code */
        post: operations["sign-in/code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/sign-in/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the password again: unlocks, and confirms that it is you */
        post: operations["sign-in/unlock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End this session */
        post: operations["sign-out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Who is signed in, and what they may do */
        post: operations["session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/session/list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Where you are signed in */
        post: operations["session/list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/session/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a session of yours */
        post: operations["session/revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/account/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change your password; ends your other sessions */
        post: operations["account/password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/account/codes/begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin one-time codes: a secret for an authenticator app */
        post: operations["account/codes/begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/account/codes/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a first code: from then on codes are asked for */
        post: operations["account/codes/confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/account/codes/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for no codes any more */
        post: operations["account/codes/remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/account/accept-child-safety": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Agree to see matters of child safety, or no longer */
        post: operations["account/accept-child-safety"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
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
    "/console/api/case.queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open cases by priority, then by the time that is left */
        post: operations["case.queue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/case.counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How many open cases wait in each queue */
        post: operations["case.counts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/case.take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The next case, or this one, for ten minutes; null where there is none */
        post: operations["case.take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/case.renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hold a case for ten minutes more */
        post: operations["case.renew"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/case.hand-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let go of a case */
        post: operations["case.hand-back"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/case.skip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let go of a case for good, and say why */
        post: operations["case.skip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/case.escalate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave a case to whoever leads */
        post: operations["case.escalate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/case.move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a case into another queue, or another place */
        post: operations["case.move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/case.comment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say something about a case to colleagues */
        post: operations["case.comment"];
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
        /** One case with what was done with it and what the guard made of it, without its sealed content */
        post: operations["case.show"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/case.history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the account of a case did before, by its pseudonym */
        post: operations["case.history"];
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
    "/console/api/case.decide-cluster": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide all open cases with the text of this one */
        post: operations["case.decide-cluster"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/case.undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back what one has decided in the last ten minutes, a case or a batch */
        post: operations["case.undo"];
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
    "/console/api/member.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The members, by name */
        post: operations["member.list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/member.invite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a member, who comes in with a code
         * @description Takes a password or code that was given a short while ago.
         */
        post: operations["member.invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/member.change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change the roles, the tenant or the languages of a member
         * @description Takes a password or code that was given a short while ago.
         */
        post: operations["member.change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/member.disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Shut a member out at once
         * @description Takes a password or code that was given a short while ago.
         */
        post: operations["member.disable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/member.revoke-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End all sessions of a member
         * @description Takes a password or code that was given a short while ago.
         */
        post: operations["member.revoke-sessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/member.reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take password, one-time codes and sessions of a member away, and give a new code to come in with
         * @description Takes a password or code that was given a short while ago.
         */
        post: operations["member.reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/key.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The API keys */
        post: operations["key.list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/key.show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** One API key */
        post: operations["key.show"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/key.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make an API key
         * @description Takes a password or code that was given a short while ago.
         */
        post: operations["key.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/key.revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an API key out of use, for good
         * @description Takes a password or code that was given a short while ago.
         */
        post: operations["key.revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/key.renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A new secret for the same API key; the old one counts for a while
         * @description Takes a password or code that was given a short while ago.
         */
        post: operations["key.renew"];
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
    "sign-in/begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never> | null;
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
                        /** @description There is no member yet: the first comes in with a code */
                        first: boolean;
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
    "sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    password: string;
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
                        /**
                         * @description `code`: the one-time code is still to come
                         * @enum {string}
                         */
                        next: "console" | "code";
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
    "sign-in/first": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    name: string;
                    password: string;
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
                        /**
                         * @description `code`: the one-time code is still to come
                         * @enum {string}
                         */
                        next: "console" | "code";
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
    "sign-in/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    password: string;
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
                        /**
                         * @description `code`: the one-time code is still to come
                         * @enum {string}
                         */
                        next: "console" | "code";
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
    "sign-in/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
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
                        /**
                         * @description `code`: the one-time code is still to come
                         * @enum {string}
                         */
                        next: "console" | "code";
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
    "sign-in/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
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
                        /** @enum {boolean} */
                        done: true;
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
    "sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never> | null;
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
                        /** @enum {boolean} */
                        done: true;
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
    session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never> | null;
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
                        member: {
                            id: string;
                            name: string;
                            roles: ("admin" | "lead" | "reviewer" | "child-safety" | "policy" | "analyst" | "auditor")[];
                            tenant: string | null;
                            acceptsChildSafety: boolean;
                            languages: string[];
                            hasPassword: boolean;
                            hasOneTimeCodes: boolean;
                            createdAt: number;
                            disabledAt: number | null;
                        };
                        capabilities: ("overview.see" | "records.see" | "cases.see" | "cases.open" | "cases.decide" | "cases.lead" | "child-safety.see" | "conduct.see" | "conduct.lift" | "notices.see" | "notices.decide" | "policies.see" | "policies.change" | "guard.try" | "guard.change" | "keys.see" | "keys.change" | "audit.see" | "members.see" | "members.change" | "settings.see")[];
                        session: string;
                        /** @description Milliseconds since 1970 */
                        openedAt: number;
                        /** @description When password or code was last given */
                        confirmedAt: number;
                        /** @description It is locked then unless something is done before */
                        idleAt: number;
                        /** @description Milliseconds since 1970 */
                        endsAt: number;
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
    "session/list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never> | null;
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
                        id: string;
                        /** @description Milliseconds since 1970 */
                        openedAt: number;
                        /** @description Milliseconds since 1970 */
                        seenAt: number;
                        /** @description Milliseconds since 1970 */
                        endsAt: number;
                        isThis: boolean;
                    }[];
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
    "session/revoke": {
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
                        /** @enum {boolean} */
                        done: true;
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
    "account/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    current: string;
                    next: string;
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
                        /** @enum {boolean} */
                        done: true;
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
    "account/codes/begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never> | null;
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
                        secret: string;
                        /** @description As apps read it from a QR code */
                        uri: string;
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
    "account/codes/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
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
                        /** @description Each lets you in once; shown only now */
                        recovery: string[];
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
    "account/codes/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
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
                        /** @enum {boolean} */
                        done: true;
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
    "account/accept-child-safety": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    accepts: boolean;
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
                        id: string;
                        name: string;
                        roles: ("admin" | "lead" | "reviewer" | "child-safety" | "policy" | "analyst" | "auditor")[];
                        tenant: string | null;
                        acceptsChildSafety: boolean;
                        languages: string[];
                        hasPassword: boolean;
                        hasOneTimeCodes: boolean;
                        createdAt: number;
                        disabledAt: number | null;
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
                                /** @description At least so many */
                                open: number;
                                isMore: boolean;
                                oldestAt: number | null;
                                readonly queues: {
                                    queue: string;
                                    open: number;
                                    isMore: boolean;
                                    taken: number;
                                    escalated: number;
                                }[];
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
                    type?: "generation.input" | "generation.output" | "request.rejected" | "upstream.failed" | "policy.loaded" | "policy.activated" | "policy.promoted" | "policy.rolled-back" | "policy.proposed" | "lexicon.activated" | "lexicon.removed" | "allow.added" | "allow.removed" | "switch.changed" | "guard.added" | "guard.removed" | "key.created" | "key.revoked" | "key.rotated" | "secret.rotated" | "mcp.tool-changed" | "case.opened" | "case.decided" | "case.expired" | "case.undone" | "case.escalated" | "case.moved" | "feedback.given" | "conduct.stepped" | "conduct.lifted" | "campaign.grown" | "lockdown.started" | "lockdown.ended" | "evidence.opened" | "evidence.expired" | "case.erased" | "record.erased" | "person.exported" | "person.erased" | "legal-hold.set" | "legal-hold.ended" | "legal-request.added" | "legal-request.exported" | "legal-request.overdue" | "legal-request.closed" | "member.added" | "member.changed" | "member.disabled" | "session.opened" | "session.ended" | "sign-in.refused" | "notice.received" | "notice.decided" | "notice.reopened" | "appeal.received" | "appeal.decided" | "clock.warned" | "clock.overdue" | "backup.created" | "backup.restored" | "database.moved";
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
                                type: "generation.input" | "generation.output" | "request.rejected" | "upstream.failed" | "policy.loaded" | "policy.activated" | "policy.promoted" | "policy.rolled-back" | "policy.proposed" | "lexicon.activated" | "lexicon.removed" | "allow.added" | "allow.removed" | "switch.changed" | "guard.added" | "guard.removed" | "key.created" | "key.revoked" | "key.rotated" | "secret.rotated" | "mcp.tool-changed" | "case.opened" | "case.decided" | "case.expired" | "case.undone" | "case.escalated" | "case.moved" | "feedback.given" | "conduct.stepped" | "conduct.lifted" | "campaign.grown" | "lockdown.started" | "lockdown.ended" | "evidence.opened" | "evidence.expired" | "case.erased" | "record.erased" | "person.exported" | "person.erased" | "legal-hold.set" | "legal-hold.ended" | "legal-request.added" | "legal-request.exported" | "legal-request.overdue" | "legal-request.closed" | "member.added" | "member.changed" | "member.disabled" | "session.opened" | "session.ended" | "sign-in.refused" | "notice.received" | "notice.decided" | "notice.reopened" | "appeal.received" | "appeal.decided" | "clock.warned" | "clock.overdue" | "backup.created" | "backup.restored" | "database.moved";
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
                            type: "generation.input" | "generation.output" | "request.rejected" | "upstream.failed" | "policy.loaded" | "policy.activated" | "policy.promoted" | "policy.rolled-back" | "policy.proposed" | "lexicon.activated" | "lexicon.removed" | "allow.added" | "allow.removed" | "switch.changed" | "guard.added" | "guard.removed" | "key.created" | "key.revoked" | "key.rotated" | "secret.rotated" | "mcp.tool-changed" | "case.opened" | "case.decided" | "case.expired" | "case.undone" | "case.escalated" | "case.moved" | "feedback.given" | "conduct.stepped" | "conduct.lifted" | "campaign.grown" | "lockdown.started" | "lockdown.ended" | "evidence.opened" | "evidence.expired" | "case.erased" | "record.erased" | "person.exported" | "person.erased" | "legal-hold.set" | "legal-hold.ended" | "legal-request.added" | "legal-request.exported" | "legal-request.overdue" | "legal-request.closed" | "member.added" | "member.changed" | "member.disabled" | "session.opened" | "session.ended" | "sign-in.refused" | "notice.received" | "notice.decided" | "notice.reopened" | "appeal.received" | "appeal.decided" | "clock.warned" | "clock.overdue" | "backup.created" | "backup.restored" | "database.moved";
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
                        readonly result: {
                            id: string;
                            tenant: string;
                            /** @enum {string} */
                            kind: "hold" | "conduct" | "feedback" | "campaign" | "notice" | "appeal";
                            /** @enum {string} */
                            status: "open" | "decided" | "expired";
                            verdict: string;
                            evidence: string | null;
                            fingerprint: string;
                            rules: string[];
                            queue: string;
                            priority: number;
                            language: string | null;
                            cluster: string | null;
                            isChildSafety: boolean;
                            subject: string | null;
                            lease: {
                                by: string;
                                until: number;
                            } | null;
                            escalated: {
                                by: string;
                                at: number;
                                why: string;
                            } | null;
                            openedAt: number;
                            dueAt: number | null;
                            expiresAt: number;
                            decision: ("release" | "refuse" | "lift" | "uphold" | "overturn" | "dismiss" | "confirm" | "remove" | "restrict" | "reject" | "forward" | "reverse") | null;
                            decidedBy: string | null;
                            decidedAt: number | null;
                            reason: string | null;
                            rule: string | null;
                            statement: string | null;
                            batch: string | null;
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
    "case.queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    queue?: string;
                    /** @enum {string} */
                    kind?: "hold" | "conduct" | "feedback" | "campaign" | "notice" | "appeal";
                    language?: string;
                    /** @enum {string} */
                    state?: "free" | "taken" | "escalated";
                    after?: {
                        priority: number;
                        until: number;
                        id: string;
                    };
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
                            readonly cases: {
                                id: string;
                                tenant: string;
                                /** @enum {string} */
                                kind: "hold" | "conduct" | "feedback" | "campaign" | "notice" | "appeal";
                                /** @enum {string} */
                                status: "open" | "decided" | "expired";
                                verdict: string;
                                evidence: string | null;
                                fingerprint: string;
                                rules: string[];
                                queue: string;
                                priority: number;
                                language: string | null;
                                cluster: string | null;
                                isChildSafety: boolean;
                                subject: string | null;
                                lease: {
                                    by: string;
                                    until: number;
                                } | null;
                                escalated: {
                                    by: string;
                                    at: number;
                                    why: string;
                                } | null;
                                openedAt: number;
                                dueAt: number | null;
                                expiresAt: number;
                                decision: ("release" | "refuse" | "lift" | "uphold" | "overturn" | "dismiss" | "confirm" | "remove" | "restrict" | "reject" | "forward" | "reverse") | null;
                                decidedBy: string | null;
                                decidedAt: number | null;
                                reason: string | null;
                                rule: string | null;
                                statement: string | null;
                                batch: string | null;
                                /** @enum {boolean} */
                                quiet?: true;
                            }[];
                            next: {
                                priority: number;
                                until: number;
                                id: string;
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
    "case.counts": {
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
                            readonly queues: {
                                queue: string;
                                open: number;
                                isMore: boolean;
                                taken: number;
                                escalated: number;
                            }[];
                            oldestAt: number | null;
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
    "case.take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id?: string;
                    queue?: string;
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
                            case: {
                                id: string;
                                tenant: string;
                                /** @enum {string} */
                                kind: "hold" | "conduct" | "feedback" | "campaign" | "notice" | "appeal";
                                /** @enum {string} */
                                status: "open" | "decided" | "expired";
                                verdict: string;
                                evidence: string | null;
                                fingerprint: string;
                                rules: string[];
                                queue: string;
                                priority: number;
                                language: string | null;
                                cluster: string | null;
                                isChildSafety: boolean;
                                subject: string | null;
                                lease: {
                                    by: string;
                                    until: number;
                                } | null;
                                escalated: {
                                    by: string;
                                    at: number;
                                    why: string;
                                } | null;
                                openedAt: number;
                                dueAt: number | null;
                                expiresAt: number;
                                decision: ("release" | "refuse" | "lift" | "uphold" | "overturn" | "dismiss" | "confirm" | "remove" | "restrict" | "reject" | "forward" | "reverse") | null;
                                decidedBy: string | null;
                                decidedAt: number | null;
                                reason: string | null;
                                rule: string | null;
                                statement: string | null;
                                batch: string | null;
                                /** @enum {boolean} */
                                quiet?: true;
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
    "case.renew": {
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
                            kind: "hold" | "conduct" | "feedback" | "campaign" | "notice" | "appeal";
                            /** @enum {string} */
                            status: "open" | "decided" | "expired";
                            verdict: string;
                            evidence: string | null;
                            fingerprint: string;
                            rules: string[];
                            queue: string;
                            priority: number;
                            language: string | null;
                            cluster: string | null;
                            isChildSafety: boolean;
                            subject: string | null;
                            lease: {
                                by: string;
                                until: number;
                            } | null;
                            escalated: {
                                by: string;
                                at: number;
                                why: string;
                            } | null;
                            openedAt: number;
                            dueAt: number | null;
                            expiresAt: number;
                            decision: ("release" | "refuse" | "lift" | "uphold" | "overturn" | "dismiss" | "confirm" | "remove" | "restrict" | "reject" | "forward" | "reverse") | null;
                            decidedBy: string | null;
                            decidedAt: number | null;
                            reason: string | null;
                            rule: string | null;
                            statement: string | null;
                            batch: string | null;
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
    "case.hand-back": {
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
                            kind: "hold" | "conduct" | "feedback" | "campaign" | "notice" | "appeal";
                            /** @enum {string} */
                            status: "open" | "decided" | "expired";
                            verdict: string;
                            evidence: string | null;
                            fingerprint: string;
                            rules: string[];
                            queue: string;
                            priority: number;
                            language: string | null;
                            cluster: string | null;
                            isChildSafety: boolean;
                            subject: string | null;
                            lease: {
                                by: string;
                                until: number;
                            } | null;
                            escalated: {
                                by: string;
                                at: number;
                                why: string;
                            } | null;
                            openedAt: number;
                            dueAt: number | null;
                            expiresAt: number;
                            decision: ("release" | "refuse" | "lift" | "uphold" | "overturn" | "dismiss" | "confirm" | "remove" | "restrict" | "reject" | "forward" | "reverse") | null;
                            decidedBy: string | null;
                            decidedAt: number | null;
                            reason: string | null;
                            rule: string | null;
                            statement: string | null;
                            batch: string | null;
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
    "case.skip": {
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
                    why: string;
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
                            kind: "hold" | "conduct" | "feedback" | "campaign" | "notice" | "appeal";
                            /** @enum {string} */
                            status: "open" | "decided" | "expired";
                            verdict: string;
                            evidence: string | null;
                            fingerprint: string;
                            rules: string[];
                            queue: string;
                            priority: number;
                            language: string | null;
                            cluster: string | null;
                            isChildSafety: boolean;
                            subject: string | null;
                            lease: {
                                by: string;
                                until: number;
                            } | null;
                            escalated: {
                                by: string;
                                at: number;
                                why: string;
                            } | null;
                            openedAt: number;
                            dueAt: number | null;
                            expiresAt: number;
                            decision: ("release" | "refuse" | "lift" | "uphold" | "overturn" | "dismiss" | "confirm" | "remove" | "restrict" | "reject" | "forward" | "reverse") | null;
                            decidedBy: string | null;
                            decidedAt: number | null;
                            reason: string | null;
                            rule: string | null;
                            statement: string | null;
                            batch: string | null;
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
    "case.escalate": {
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
                    why: string;
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
                            kind: "hold" | "conduct" | "feedback" | "campaign" | "notice" | "appeal";
                            /** @enum {string} */
                            status: "open" | "decided" | "expired";
                            verdict: string;
                            evidence: string | null;
                            fingerprint: string;
                            rules: string[];
                            queue: string;
                            priority: number;
                            language: string | null;
                            cluster: string | null;
                            isChildSafety: boolean;
                            subject: string | null;
                            lease: {
                                by: string;
                                until: number;
                            } | null;
                            escalated: {
                                by: string;
                                at: number;
                                why: string;
                            } | null;
                            openedAt: number;
                            dueAt: number | null;
                            expiresAt: number;
                            decision: ("release" | "refuse" | "lift" | "uphold" | "overturn" | "dismiss" | "confirm" | "remove" | "restrict" | "reject" | "forward" | "reverse") | null;
                            decidedBy: string | null;
                            decidedAt: number | null;
                            reason: string | null;
                            rule: string | null;
                            statement: string | null;
                            batch: string | null;
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
    "case.move": {
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
                    why: string;
                    queue?: string;
                    priority?: number;
                    dueAt?: number | null;
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
                            kind: "hold" | "conduct" | "feedback" | "campaign" | "notice" | "appeal";
                            /** @enum {string} */
                            status: "open" | "decided" | "expired";
                            verdict: string;
                            evidence: string | null;
                            fingerprint: string;
                            rules: string[];
                            queue: string;
                            priority: number;
                            language: string | null;
                            cluster: string | null;
                            isChildSafety: boolean;
                            subject: string | null;
                            lease: {
                                by: string;
                                until: number;
                            } | null;
                            escalated: {
                                by: string;
                                at: number;
                                why: string;
                            } | null;
                            openedAt: number;
                            dueAt: number | null;
                            expiresAt: number;
                            decision: ("release" | "refuse" | "lift" | "uphold" | "overturn" | "dismiss" | "confirm" | "remove" | "restrict" | "reject" | "forward" | "reverse") | null;
                            decidedBy: string | null;
                            decidedAt: number | null;
                            reason: string | null;
                            rule: string | null;
                            statement: string | null;
                            batch: string | null;
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
    "case.comment": {
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
                    text: string;
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
                            kind: "hold" | "conduct" | "feedback" | "campaign" | "notice" | "appeal";
                            /** @enum {string} */
                            status: "open" | "decided" | "expired";
                            verdict: string;
                            evidence: string | null;
                            fingerprint: string;
                            rules: string[];
                            queue: string;
                            priority: number;
                            language: string | null;
                            cluster: string | null;
                            isChildSafety: boolean;
                            subject: string | null;
                            lease: {
                                by: string;
                                until: number;
                            } | null;
                            escalated: {
                                by: string;
                                at: number;
                                why: string;
                            } | null;
                            openedAt: number;
                            dueAt: number | null;
                            expiresAt: number;
                            decision: ("release" | "refuse" | "lift" | "uphold" | "overturn" | "dismiss" | "confirm" | "remove" | "restrict" | "reject" | "forward" | "reverse") | null;
                            decidedBy: string | null;
                            decidedAt: number | null;
                            reason: string | null;
                            rule: string | null;
                            statement: string | null;
                            batch: string | null;
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
                            case: {
                                id: string;
                                tenant: string;
                                /** @enum {string} */
                                kind: "hold" | "conduct" | "feedback" | "campaign" | "notice" | "appeal";
                                /** @enum {string} */
                                status: "open" | "decided" | "expired";
                                verdict: string;
                                evidence: string | null;
                                fingerprint: string;
                                rules: string[];
                                queue: string;
                                priority: number;
                                language: string | null;
                                cluster: string | null;
                                isChildSafety: boolean;
                                subject: string | null;
                                lease: {
                                    by: string;
                                    until: number;
                                } | null;
                                escalated: {
                                    by: string;
                                    at: number;
                                    why: string;
                                } | null;
                                openedAt: number;
                                dueAt: number | null;
                                expiresAt: number;
                                decision: ("release" | "refuse" | "lift" | "uphold" | "overturn" | "dismiss" | "confirm" | "remove" | "restrict" | "reject" | "forward" | "reverse") | null;
                                decidedBy: string | null;
                                decidedAt: number | null;
                                reason: string | null;
                                rule: string | null;
                                statement: string | null;
                                batch: string | null;
                                /** @enum {boolean} */
                                quiet?: true;
                            };
                            readonly events: {
                                id: string;
                                case: string;
                                /** @enum {string} */
                                type: "opened" | "taken" | "renewed" | "handed-back" | "skipped" | "escalated" | "moved" | "commented" | "viewed" | "decided" | "undone" | "expired";
                                at: number;
                                by: string | null;
                                details: {
                                    [key: string]: string | number | boolean | null;
                                };
                            }[];
                            /** @description Open cases with the same text */
                            cluster: {
                                size: number;
                                isMore: boolean;
                            };
                            /** @description What can be decided of it */
                            readonly decisions: ("release" | "refuse" | "lift" | "uphold" | "overturn" | "dismiss" | "confirm" | "remove" | "restrict" | "reject" | "forward" | "reverse")[];
                            /** @description Of its generation, input before output */
                            records: {
                                id: string;
                                at: number;
                                record: {
                                    verdict: string;
                                    generation: string;
                                    /** @enum {string} */
                                    stage: "input" | "output";
                                    door: string;
                                    model: string | null;
                                    choice: number | null;
                                    /** @enum {string} */
                                    decision: "allow" | "repair" | "hold" | "refuse";
                                    /** @enum {string} */
                                    proposed: "allow" | "repair" | "hold" | "refuse";
                                    /** @enum {string} */
                                    judged?: "allow" | "repair" | "hold" | "refuse";
                                    before?: number;
                                    bucket?: number;
                                    /** @enum {boolean} */
                                    strict?: true;
                                    score: number;
                                    /** @enum {string} */
                                    audience: "child" | "teen" | "adult" | "unknown";
                                    assured?: {
                                        issuer: string;
                                        method: string | null;
                                        assurer: string | null;
                                    };
                                    policy: {
                                        id: string;
                                        version: string;
                                        hash: string;
                                        /** @enum {string} */
                                        mode: "observe" | "shadow" | "canary" | "enforce";
                                    };
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
                                    signals: (({
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
                                    }) & {
                                        count?: number;
                                        like?: [
                                            number,
                                            [
                                                number,
                                                number
                                            ][]
                                        ][];
                                    })[];
                                    /** @enum {boolean} */
                                    truncated?: true;
                                    signalCount?: number;
                                    coverage: {
                                        detector: string;
                                        /** @enum {string} */
                                        status: "scanned" | "not-covered" | "failed";
                                        detail?: string;
                                        readonly languages?: string[];
                                        places: number;
                                        roles?: ("system" | "user" | "assistant" | "tool" | "document" | "definition")[];
                                    }[];
                                    characters: number;
                                    tookMs: number;
                                    streamed?: {
                                        /** @enum {string} */
                                        mode: "buffer" | "window" | "annotate";
                                        left: number;
                                        checks: number;
                                        heldMs: number;
                                    };
                                    withheld?: string[];
                                } | null;
                            }[];
                            /** @description Until when whoever asks can take their decision back */
                            undoableUntil: number | null;
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
    "case.history": {
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
                            subject: string | null;
                            readonly cases: {
                                id: string;
                                tenant: string;
                                /** @enum {string} */
                                kind: "hold" | "conduct" | "feedback" | "campaign" | "notice" | "appeal";
                                /** @enum {string} */
                                status: "open" | "decided" | "expired";
                                verdict: string;
                                evidence: string | null;
                                fingerprint: string;
                                rules: string[];
                                queue: string;
                                priority: number;
                                language: string | null;
                                cluster: string | null;
                                isChildSafety: boolean;
                                subject: string | null;
                                lease: {
                                    by: string;
                                    until: number;
                                } | null;
                                escalated: {
                                    by: string;
                                    at: number;
                                    why: string;
                                } | null;
                                openedAt: number;
                                dueAt: number | null;
                                expiresAt: number;
                                decision: ("release" | "refuse" | "lift" | "uphold" | "overturn" | "dismiss" | "confirm" | "remove" | "restrict" | "reject" | "forward" | "reverse") | null;
                                decidedBy: string | null;
                                decidedAt: number | null;
                                reason: string | null;
                                rule: string | null;
                                statement: string | null;
                                batch: string | null;
                                /** @enum {boolean} */
                                quiet?: true;
                            }[];
                            readonly strikes: {
                                verdict: string;
                                at: number;
                                /** @enum {string} */
                                decision: "hold" | "refuse";
                                weight: number;
                                rule: string;
                            }[];
                            readonly steps: {
                                id: string;
                                tenant: string;
                                /** @enum {string} */
                                kind: "account" | "address" | "key" | "tenant";
                                subject: string;
                                subjectKey: string | null;
                                before: string | null;
                                /** @enum {string} */
                                step: "warn" | "slow" | "hold" | "suspend" | "review" | "lockdown";
                                isSilent: boolean;
                                verdict: string;
                                case: string | null;
                                rules: string[];
                                startedAt: number;
                                until: number;
                                liftedAt: number | null;
                                revision: number;
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
                    /**
                     * @default entire
                     * @enum {string}
                     */
                    view?: "text" | "blurred" | "thumbnail" | "entire";
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
                    decision: "release" | "refuse" | "lift" | "uphold" | "overturn" | "dismiss" | "confirm" | "remove" | "restrict" | "reject" | "forward" | "reverse";
                    reason: string;
                    rule?: string;
                    statement?: string;
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
                            kind: "hold" | "conduct" | "feedback" | "campaign" | "notice" | "appeal";
                            /** @enum {string} */
                            status: "open" | "decided" | "expired";
                            verdict: string;
                            evidence: string | null;
                            fingerprint: string;
                            rules: string[];
                            queue: string;
                            priority: number;
                            language: string | null;
                            cluster: string | null;
                            isChildSafety: boolean;
                            subject: string | null;
                            lease: {
                                by: string;
                                until: number;
                            } | null;
                            escalated: {
                                by: string;
                                at: number;
                                why: string;
                            } | null;
                            openedAt: number;
                            dueAt: number | null;
                            expiresAt: number;
                            decision: ("release" | "refuse" | "lift" | "uphold" | "overturn" | "dismiss" | "confirm" | "remove" | "restrict" | "reject" | "forward" | "reverse") | null;
                            decidedBy: string | null;
                            decidedAt: number | null;
                            reason: string | null;
                            rule: string | null;
                            statement: string | null;
                            batch: string | null;
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
    "case.decide-cluster": {
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
                    decision: "release" | "refuse" | "lift" | "uphold" | "overturn" | "dismiss" | "confirm" | "remove" | "restrict" | "reject" | "forward" | "reverse";
                    reason: string;
                    rule?: string;
                    statement?: string;
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
                            batch: string;
                            decided: number;
                            left: number;
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
    "case.undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id?: string;
                    batch?: string;
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
                            readonly cases: {
                                id: string;
                                tenant: string;
                                /** @enum {string} */
                                kind: "hold" | "conduct" | "feedback" | "campaign" | "notice" | "appeal";
                                /** @enum {string} */
                                status: "open" | "decided" | "expired";
                                verdict: string;
                                evidence: string | null;
                                fingerprint: string;
                                rules: string[];
                                queue: string;
                                priority: number;
                                language: string | null;
                                cluster: string | null;
                                isChildSafety: boolean;
                                subject: string | null;
                                lease: {
                                    by: string;
                                    until: number;
                                } | null;
                                escalated: {
                                    by: string;
                                    at: number;
                                    why: string;
                                } | null;
                                openedAt: number;
                                dueAt: number | null;
                                expiresAt: number;
                                decision: ("release" | "refuse" | "lift" | "uphold" | "overturn" | "dismiss" | "confirm" | "remove" | "restrict" | "reject" | "forward" | "reverse") | null;
                                decidedBy: string | null;
                                decidedAt: number | null;
                                reason: string | null;
                                rule: string | null;
                                statement: string | null;
                                batch: string | null;
                                /** @enum {boolean} */
                                quiet?: true;
                            }[];
                            /** @description Strikes that count again */
                            strikes: number;
                            /** @description Steps that hold again */
                            steps: number;
                            /** @description Steps that stay lifted, since their time is over */
                            stepsOver: number;
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
    "member.list": {
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
                        readonly result: {
                            id: string;
                            name: string;
                            roles: ("admin" | "lead" | "reviewer" | "child-safety" | "policy" | "analyst" | "auditor")[];
                            tenant: string | null;
                            acceptsChildSafety: boolean;
                            languages: string[];
                            hasPassword: boolean;
                            hasOneTimeCodes: boolean;
                            createdAt: number;
                            disabledAt: number | null;
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
    "member.invite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    roles: ("admin" | "lead" | "reviewer" | "child-safety" | "policy" | "analyst" | "auditor")[];
                    tenant: string | null;
                    languages?: string[];
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
                            member: {
                                id: string;
                                name: string;
                                roles: ("admin" | "lead" | "reviewer" | "child-safety" | "policy" | "analyst" | "auditor")[];
                                tenant: string | null;
                                acceptsChildSafety: boolean;
                                languages: string[];
                                hasPassword: boolean;
                                hasOneTimeCodes: boolean;
                                createdAt: number;
                                disabledAt: number | null;
                            };
                            invitation: {
                                /** @description Lets them in once; in this answer and nowhere else */
                                code: string;
                                member: string;
                                until: number;
                            };
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
    "member.change": {
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
                    roles?: ("admin" | "lead" | "reviewer" | "child-safety" | "policy" | "analyst" | "auditor")[];
                    tenant?: string | null;
                    languages?: string[];
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
                            name: string;
                            roles: ("admin" | "lead" | "reviewer" | "child-safety" | "policy" | "analyst" | "auditor")[];
                            tenant: string | null;
                            acceptsChildSafety: boolean;
                            languages: string[];
                            hasPassword: boolean;
                            hasOneTimeCodes: boolean;
                            createdAt: number;
                            disabledAt: number | null;
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
    "member.disable": {
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
                    why?: string;
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
                            name: string;
                            roles: ("admin" | "lead" | "reviewer" | "child-safety" | "policy" | "analyst" | "auditor")[];
                            tenant: string | null;
                            acceptsChildSafety: boolean;
                            languages: string[];
                            hasPassword: boolean;
                            hasOneTimeCodes: boolean;
                            createdAt: number;
                            disabledAt: number | null;
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
    "member.revoke-sessions": {
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
                            ended: number;
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
    "member.reset": {
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
                            member: {
                                id: string;
                                name: string;
                                roles: ("admin" | "lead" | "reviewer" | "child-safety" | "policy" | "analyst" | "auditor")[];
                                tenant: string | null;
                                acceptsChildSafety: boolean;
                                languages: string[];
                                hasPassword: boolean;
                                hasOneTimeCodes: boolean;
                                createdAt: number;
                                disabledAt: number | null;
                            };
                            invitation: {
                                /** @description Lets them in once; in this answer and nowhere else */
                                code: string;
                                member: string;
                                until: number;
                            };
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
    "key.list": {
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
                            id: string;
                            tenant: string;
                            name: string;
                            hint: string;
                            /** @enum {string} */
                            audience: "child" | "teen" | "adult" | "unknown";
                            /** @enum {string} */
                            refusal: "error" | "message";
                            /** @default null */
                            policy: string | null;
                            /** @default null */
                            upstream: string | null;
                            /**
                             * @default openai
                             * @enum {string}
                             */
                            dialect: "openai" | "azure";
                            /** @default {} */
                            budget: {
                                requestsPerMinute?: number;
                                requestsPerDay?: number;
                                charactersPerDay?: number;
                                streams?: number;
                            };
                            /** @default null */
                            claimed: ("child" | "teen" | "adult" | "unknown") | null;
                            /** @default null */
                            expiresAt: number | null;
                            createdAt: number;
                            revokedAt: number | null;
                            previousUntil: number | null;
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
    "key.show": {
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
                            name: string;
                            hint: string;
                            /** @enum {string} */
                            audience: "child" | "teen" | "adult" | "unknown";
                            /** @enum {string} */
                            refusal: "error" | "message";
                            /** @default null */
                            policy: string | null;
                            /** @default null */
                            upstream: string | null;
                            /**
                             * @default openai
                             * @enum {string}
                             */
                            dialect: "openai" | "azure";
                            /** @default {} */
                            budget: {
                                requestsPerMinute?: number;
                                requestsPerDay?: number;
                                charactersPerDay?: number;
                                streams?: number;
                            };
                            /** @default null */
                            claimed: ("child" | "teen" | "adult" | "unknown") | null;
                            /** @default null */
                            expiresAt: number | null;
                            createdAt: number;
                            revokedAt: number | null;
                            previousUntil: number | null;
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
    "key.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    tenant: string;
                    name: string;
                    /** @enum {string} */
                    audience: "child" | "teen" | "adult" | "unknown";
                    /** @enum {string} */
                    refusal: "error" | "message";
                    /** @default null */
                    policy?: string | null;
                    /** @default null */
                    upstream?: string | null;
                    /**
                     * @default openai
                     * @enum {string}
                     */
                    dialect?: "openai" | "azure";
                    /** @default {} */
                    budget?: {
                        requestsPerMinute?: number;
                        requestsPerDay?: number;
                        charactersPerDay?: number;
                        streams?: number;
                    };
                    /** @default null */
                    claimed?: ("child" | "teen" | "adult" | "unknown") | null;
                    /** @default null */
                    expiresAt?: number | null;
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
                            /** @description The secret; in this answer and nowhere else */
                            token: string;
                            key: {
                                id: string;
                                tenant: string;
                                name: string;
                                hint: string;
                                /** @enum {string} */
                                audience: "child" | "teen" | "adult" | "unknown";
                                /** @enum {string} */
                                refusal: "error" | "message";
                                /** @default null */
                                policy: string | null;
                                /** @default null */
                                upstream: string | null;
                                /**
                                 * @default openai
                                 * @enum {string}
                                 */
                                dialect: "openai" | "azure";
                                /** @default {} */
                                budget: {
                                    requestsPerMinute?: number;
                                    requestsPerDay?: number;
                                    charactersPerDay?: number;
                                    streams?: number;
                                };
                                /** @default null */
                                claimed: ("child" | "teen" | "adult" | "unknown") | null;
                                /** @default null */
                                expiresAt: number | null;
                                createdAt: number;
                                revokedAt: number | null;
                                previousUntil: number | null;
                            };
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
    "key.revoke": {
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
                            name: string;
                            hint: string;
                            /** @enum {string} */
                            audience: "child" | "teen" | "adult" | "unknown";
                            /** @enum {string} */
                            refusal: "error" | "message";
                            /** @default null */
                            policy: string | null;
                            /** @default null */
                            upstream: string | null;
                            /**
                             * @default openai
                             * @enum {string}
                             */
                            dialect: "openai" | "azure";
                            /** @default {} */
                            budget: {
                                requestsPerMinute?: number;
                                requestsPerDay?: number;
                                charactersPerDay?: number;
                                streams?: number;
                            };
                            /** @default null */
                            claimed: ("child" | "teen" | "adult" | "unknown") | null;
                            /** @default null */
                            expiresAt: number | null;
                            createdAt: number;
                            revokedAt: number | null;
                            previousUntil: number | null;
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
    "key.renew": {
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
                    overlapMs: number;
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
                            /** @description The secret; in this answer and nowhere else */
                            token: string;
                            key: {
                                id: string;
                                tenant: string;
                                name: string;
                                hint: string;
                                /** @enum {string} */
                                audience: "child" | "teen" | "adult" | "unknown";
                                /** @enum {string} */
                                refusal: "error" | "message";
                                /** @default null */
                                policy: string | null;
                                /** @default null */
                                upstream: string | null;
                                /**
                                 * @default openai
                                 * @enum {string}
                                 */
                                dialect: "openai" | "azure";
                                /** @default {} */
                                budget: {
                                    requestsPerMinute?: number;
                                    requestsPerDay?: number;
                                    charactersPerDay?: number;
                                    streams?: number;
                                };
                                /** @default null */
                                claimed: ("child" | "teen" | "adult" | "unknown") | null;
                                /** @default null */
                                expiresAt: number | null;
                                createdAt: number;
                                revokedAt: number | null;
                                previousUntil: number | null;
                            };
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
