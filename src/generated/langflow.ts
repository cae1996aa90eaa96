// Generated from openapi/langflow.yaml by `npm run types`. Do not edit: change that file.
import type { EventStreamOf } from '../wire/event-stream.ts'
import { createEventReader, type ReadEvents } from '../wire/read-events.ts'

/** Every path with its operations: what `openapi-fetch` and its like take. */
export interface paths {
    "/api/v1/run/{flow_id_or_name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run a flow
         * @description Runs a flow with one input. It answers when the run has ended, with what the output components say, or at once with a stream of events if asked by `stream`. An
         *     unknown flow is refused before a wrong key is, and broken JSON before both. With `stream`, whatever goes wrong after these checks comes as an `error` event within
         *     the 200. A client that leaves a stream cancels its run.
         */
        post: operations["runFlow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhook/{flow_id_or_name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run a flow by webhook
         * @description Starts a run and answers at once. The body, whatever it is, becomes one text in the field `data` of every webhook component of the flow; a flow without one runs as
         *     well. The run takes the flow's id as its session and cannot be followed from here, nor does its failure show. A key is needed only where the server wants one.
         */
        post: operations["triggerWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/process/{flow_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Learn that this call is gone
         * @deprecated
         * @description Once ran a flow. It checks the key and then always refuses; neither the flow nor a body is looked at.
         */
        post: operations["processFlow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/predict/{flow_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Learn that this call is gone, too
         * @deprecated
         * @description Once ran a flow. It answers exactly as /process does, and names that path in its text.
         */
        post: operations["predictFlow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask whether the server listens
         * @description Says that the process answers, which may be before the application is ready. Needs no key.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health_check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask whether the server works
         * @description Tries the chat service and the database. Needs no key.
         */
        get: operations["checkHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the version
         * @description Names the release that runs. Needs no key.
         */
        get: operations["getVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/workflows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the state of a job
         * @description A job that is queued, running, suspended or cancelled is shown as a job, a completed one as its full result. A failed job is a 500 with the code JOB_FAILED and one
         *     that ran out of time is a 408, which are results to whoever polls.
         */
        get: operations["getWorkflowJob"];
        put?: never;
        /**
         * Run a workflow
         * @description Runs a flow in one of three modes: `sync` answers with the result, `stream` with the events, `background` with a job. A run whose component fails is a 200 with
         *     the status `failed` in sync mode and an `error` event in stream mode, where the run goes on to its `end`. The body is checked before the key.
         */
        post: operations["runWorkflow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/workflows/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a job
         * @description Stops a job that has not ended. Stopping a cancelled job again, or one that has ended otherwise, is a 200 as well and changes nothing.
         */
        post: operations["stopWorkflowJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/workflows/{job_id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow a job
         * @description Replays the events of a background job after the one named by `Last-Event-ID`, or all of them, and then goes on live until the job ends or waits for a person. Tokens are
         *     sent live only and are not replayed. A listener that joins late or leaves changes nothing.
         */
        get: operations["streamWorkflowJobEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/build/{flow_id}/flow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run a flow as the editor does
         * @description Starts a run and answers with the id of its job, whose events are to be fetched; with the delivery `direct` it answers with the events themselves. A component that fails is
         *     an `error` event and an `end_vertex` event that says so, and the run still comes to its `end`. Long texts and lists are cut short in these events.
         */
        post: operations["buildFlow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/build/{job_id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Fetch the events of a build
         * @description With the delivery `streaming` it answers with the events until the run ends; a client that leaves cancels the run. With `polling` it answers with the events that are waiting, or
         *     waits for one, and is to be called again until an `end` has come; an answer may be empty. Each event is handed out once, so a second reader gets what the first
         *     has left. All polls of a run together are one stream, in the order that is said at the call that starts the run.
         */
        get: operations["streamBuildEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/build/{job_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a build
         * @description Cancels the run of a job and says whether that worked. A run that has ended already counts as cancelled. Takes no body.
         */
        post: operations["cancelBuild"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
/** What the API calls by itself. */
export type webhooks = Record<string, never>;
/** Everything that has a name in the document. */
export interface components {
    schemas: {
        /**
         * @description A refusal told as a text.
         * @example {
         *       "detail": "Invalid or missing API key"
         *     }
         */
        DetailText: {
            /** @description What went wrong, for people. */
            detail: string;
        };
        /**
         * @description A refusal of a request that cannot be read, with status 422.
         * @example {
         *       "detail": [
         *         {
         *           "type": "missing",
         *           "loc": [
         *             "body",
         *             "flow_id"
         *           ],
         *           "msg": "Field required",
         *           "input": {}
         *         }
         *       ]
         *     }
         */
        ValidationRefusal: {
            /** @description What is wrong, place by place. */
            detail: components["schemas"]["FieldProblem"][];
        };
        /**
         * @description One thing that is wrong with a request. Texts change between versions; compare `type` and `loc`.
         * @example {
         *       "type": "missing",
         *       "loc": [
         *         "body",
         *         "flow_id"
         *       ],
         *       "msg": "Field required",
         *       "input": {}
         *     }
         */
        FieldProblem: {
            /** @description Kind of the problem, such as `missing`, `json_invalid` or `string_type`. */
            type: string;
            /** @description Where it is; the first word is `body`, `query`, `path` or `header`. In broken JSON a number says how many characters were read. */
            loc: (string | number)[];
            /** @description What is wrong, for people. */
            msg: string;
            /** @description The value as it came. */
            input?: unknown;
            /** @description Details that the text is made of. */
            ctx?: {
                [key: string]: unknown;
            };
        };
        /**
         * @description A refusal of tweaks, with status 422.
         * @example {
         *       "detail": {
         *         "error": "Refused tweaks",
         *         "code": "TWEAKS_REFUSED",
         *         "message": "The field is protected and keeps the value set by the flow author.",
         *         "fields": [
         *           "code"
         *         ]
         *       }
         *     }
         */
        TweaksRefusal: {
            /** @description What is wrong. */
            detail: {
                /** @description Name of the refusal. */
                error: string;
                /**
                 * @description The code.
                 * @constant
                 */
                code: "TWEAKS_REFUSED";
                /** @description What went wrong, for people. */
                message: string;
                /** @description The parameters that may not be set. */
                fields: string[];
            };
        };
        /**
         * @description A refusal of a caller who asks too often.
         * @example {
         *       "detail": "Too many requests. Please try again later.",
         *       "retry_after": "60"
         *     }
         */
        RateLimitRefusal: {
            /** @description What went wrong, for people. */
            detail: string;
            /** @description Seconds to wait. */
            retry_after?: string;
        };
        /**
         * @description A fault that nobody caught, with status 500. It has no `detail`.
         * @example {
         *       "message": "unsupported operand type(s) for +: 'NoneType' and 'str'"
         *     }
         */
        ServerFault: {
            /** @description The text of the fault. */
            message: string;
        };
        /**
         * @description A failed run, with status 500. Its detail is JSON within a text.
         * @example {
         *       "detail": "{\"message\":\"Error running graph: Flow has no data\",\"traceback\":null,\"description\":null,\"code\":null,\"suggestion\":null}"
         *     }
         */
        RunFault: {
            /** @description What went wrong, as JSON once more. */
            detail: string;
        };
        /**
         * @description What went wrong in a run.
         * @example {
         *       "message": "Error running graph: Flow has no data",
         *       "traceback": null,
         *       "description": null,
         *       "code": null,
         *       "suggestion": null
         *     }
         */
        RunFaultDetail: {
            /** @description What went wrong, for people. */
            message: string | string[];
            /** @description Not filled. */
            traceback: string | null;
            /** @description Not filled. */
            description: string | null;
            /** @description Not filled. */
            code: string | null;
            /** @description What might help, when components of the flow are out of date. */
            suggestion: (string | null) | string[];
        };
        /**
         * @description What to run a flow with. Everything may be left out, and other fields are ignored, `message` among them.
         * @example {
         *       "input_value": "Name one deep-sea glow.",
         *       "input_type": "chat",
         *       "output_type": "chat",
         *       "session_id": "chat-123"
         *     }
         */
        RunFields: {
            /**
             * @description The input. Without one no input is set.
             * @default null
             */
            input_value?: string | null;
            /**
             * @description Which input components take it; `any` and null mean all.
             * @default chat
             * @enum {string|null}
             */
            input_type?: "chat" | "text" | "any" | null;
            /**
             * @description Which output components are reported; `debug` means every component that ran. If none is of the type, all output components are.
             * @default chat
             * @enum {string|null}
             */
            output_type?: "chat" | "text" | "any" | "debug" | null;
            /**
             * @description Id or display name of the only component to report.
             * @default
             */
            output_component?: string | null;
            /**
             * @description Parameters for this run only, by id or display name of a component; or a parameter's own name with a text, which sets it wherever it is. Unknown names are ignored.
             * @default null
             */
            tweaks?: {
                [key: string]: string | Record<string, unknown>;
            } | null;
            /**
             * @description The session that messages belong to. Without one it is the id of the flow.
             * @default null
             */
            session_id?: string | null;
            /** @description A name for traces. */
            user_id?: string | null;
        };
        /**
         * @description A wish to run a flow, flat or as the server's own description has it, one level down in `input_request`.
         * @example {
         *       "input_value": "Name one deep-sea glow.",
         *       "session_id": "chat-123"
         *     }
         * @example {
         *       "input_request": {
         *         "input_value": "Name one deep-sea glow."
         *       },
         *       "context": null
         *     }
         */
        RunRequest: components["schemas"]["RunFields"] & {
            /** @description The same fields once more. */
            input_request?: components["schemas"]["RunFields"] | null;
            /** @description Values for the components of the run, which no document explains. */
            context?: {
                [key: string]: unknown;
            } | null;
        };
        /**
         * @description Anything. It is handed on as a text.
         * @example {
         *       "order": 4711,
         *       "state": "shipped"
         *     }
         */
        WebhookBody: unknown;
        /**
         * @description The run has been started. Nothing here names it.
         * @example {
         *       "message": "Task started in the background",
         *       "status": "in progress"
         *     }
         */
        WebhookStarted: {
            /**
             * @description What happens now.
             * @constant
             */
            message: "Task started in the background";
            /**
             * @description How far it is.
             * @constant
             */
            status: "in progress";
        };
        /**
         * @description What a run has brought.
         * @example {
         *       "session_id": "chat-123",
         *       "outputs": [
         *         {
         *           "inputs": {
         *             "input_value": "Name one deep-sea glow."
         *           },
         *           "outputs": []
         *         }
         *       ]
         *     }
         */
        RunResult: {
            /** @description The session: that of the request, or else the id of the flow. */
            session_id: string;
            /** @description One element, since there is one input. */
            outputs: components["schemas"]["RunOutput"][];
        };
        /**
         * @description One input, and what came of it.
         * @example {
         *       "inputs": {
         *         "input_value": "Name one deep-sea glow."
         *       },
         *       "outputs": []
         *     }
         */
        RunOutput: {
            /** @description The input, or nothing if there was none. */
            inputs: {
                /** @description The input. */
                input_value?: string;
            };
            /** @description The components that are reported, in the order of the flow's graph. */
            outputs: (components["schemas"]["ComponentResult"] | null)[];
        };
        /**
         * @description What one component has brought.
         * @example {
         *       "results": {},
         *       "outputs": {},
         *       "messages": [],
         *       "component_display_name": "Chat Output",
         *       "component_id": "ChatOutput-ylMzN"
         *     }
         */
        ComponentResult: {
            results: components["schemas"]["ComponentResults"];
            /** @description The same once more, in a form that depends on the component. */
            artifacts?: {
                [key: string]: unknown;
            } | null;
            /** @description The outputs in short, by name. */
            outputs: {
                [key: string]: components["schemas"]["OutputValue"];
            };
            /** @description What each output has logged, by name. */
            logs?: {
                [key: string]: components["schemas"]["ComponentLog"][];
            } | null;
            /** @description The message of a chat component, if its text is not empty. */
            messages: components["schemas"]["OutputMessage"][] | null;
            /** @description Seconds that it took; always null here. */
            timedelta?: number | null;
            /** @description The same in words; always null here. */
            duration?: string | null;
            /** @description Name of the component. */
            component_display_name: string | null;
            /** @description Id of the component: its type, a dash and five characters. */
            component_id: string | null;
            /** @description Whether an earlier result was used again. */
            used_frozen_result?: boolean | null;
        };
        /**
         * @description The outputs in full, by name. A chat output has `message`, a text output `text`; other components have names of their own.
         * @example {}
         */
        ComponentResults: {
            message?: components["schemas"]["ChatMessage"];
            text?: components["schemas"]["ChatMessage"];
        } & {
            [key: string]: unknown;
        };
        /**
         * @description One output in short. The answer of a chat component is either a text with the type `text` or a whole message with the type `message`.
         * @example {
         *       "message": "It is bioluminéscence.",
         *       "type": "text"
         *     }
         */
        OutputValue: {
            /** @description The value, or for the type `error` an object with `errorMessage` and `stackTrace`. */
            message: string | Record<string, unknown> | unknown[] | number | boolean | null;
            /**
             * @description What the value is. `error` stands in the events of builds and workflows only.
             * @enum {string}
             */
            type: "message" | "data" | "stream" | "object" | "array" | "text" | "unknown" | "error";
        };
        /**
         * @description Something that an output has logged.
         * @example {
         *       "name": "Log 1",
         *       "message": "Sent.",
         *       "type": "text"
         *     }
         */
        ComponentLog: {
            /** @description Its name. */
            name?: string;
            /** @description What was logged. */
            message?: unknown;
            /** @description What kind of thing that is. */
            type?: string;
        };
        /**
         * @description A message as a chat component shows it. In messages of the machine single line ends are doubled.
         * @example {
         *       "message": "It is bioluminéscence.",
         *       "sender": "Machine",
         *       "sender_name": "AI",
         *       "session_id": "chat-123",
         *       "stream_url": null,
         *       "component_id": "ChatOutput-ylMzN",
         *       "files": [],
         *       "type": "text"
         *     }
         */
        OutputMessage: {
            /** @description The text or what stands for it. */
            message: string | Record<string, unknown> | unknown[];
            /** @description `Machine` or `User`. */
            sender: string | null;
            /** @description Name of the sender. */
            sender_name: string | null;
            /** @description The session. */
            session_id: string | null;
            /** @description Not filled; up to 1.0 where to fetch the text. */
            stream_url?: string | null;
            /** @description Id of the component. */
            component_id: string | null;
            /** @description Files of the message. */
            files: Record<string, unknown>[];
            /** @description What the message is: `text`, `message` or `object`. */
            type: string;
        };
        /**
         * Format: uuid
         * @description Id of a message.
         * @example 27b66789-e673-4c65-9e81-021752925161
         */
        MessageId: string;
        /**
         * @description A time in UTC, in one of several forms. They differ by version, and within one message.
         * @example 2026-04-10T09:12:03+00:00
         * @example 2026-04-10 09:12:03 UTC
         * @example 2026-08-01 10:00:00.123456 UTC
         * @example 2025-03-03T17:20:18
         */
        MessageTime: string;
        /**
         * @description The component that a message comes from.
         * @example {
         *       "id": "OpenAIModel-d1wOZ",
         *       "display_name": "OpenAI",
         *       "source": "gpt-4o-mini"
         *     }
         */
        MessageSource: {
            /** @description Its id. */
            id?: string | null;
            /** @description Its name. */
            display_name?: string | null;
            /** @description What it used, such as the name of a model. */
            source?: string | null;
        };
        /**
         * @description Tokens that a model has counted.
         * @example {
         *       "input_tokens": 14,
         *       "output_tokens": 6,
         *       "total_tokens": 20
         *     }
         */
        TokenUsage: {
            /** @description Of the input. */
            input_tokens?: number | null;
            /** @description Of the output. */
            output_tokens?: number | null;
            /** @description Of both. */
            total_tokens?: number | null;
        };
        /**
         * @description How a message is to be shown, and how far it is.
         * @example {
         *       "text_color": null,
         *       "background_color": null,
         *       "edited": false,
         *       "source": {
         *         "id": null,
         *         "display_name": null,
         *         "source": null
         *       },
         *       "icon": null,
         *       "allow_markdown": false,
         *       "positive_feedback": null,
         *       "state": "complete",
         *       "targets": [],
         *       "usage": null,
         *       "build_duration": null
         *     }
         */
        MessageProperties: {
            /** @description Colour of the text. */
            text_color: string | null;
            /** @description Colour behind it. */
            background_color: string | null;
            /** @description Whether somebody has changed the text. */
            edited: boolean;
            source: components["schemas"]["MessageSource"];
            /** @description Name of an icon. */
            icon: string | null;
            /** @description Whether the text may be shown as Markdown. */
            allow_markdown: boolean;
            /** @description What a reader thought of it. */
            positive_feedback?: boolean | null;
            /**
             * @description Whether more text is to come.
             * @enum {string}
             */
            state: "partial" | "complete";
            /** @description Not explained by any document. */
            targets: unknown[];
            /** @description Tokens that the text took. */
            usage?: components["schemas"]["TokenUsage"] | null;
            /** @description Seconds that it took. */
            build_duration?: number | null;
        };
        /**
         * @description What every form of a message has.
         * @example {
         *       "text": "It is bioluminéscence.",
         *       "sender": "Machine",
         *       "sender_name": "AI",
         *       "files": [],
         *       "session_id": "chat-123",
         *       "context_id": "",
         *       "timestamp": "2026-04-10T09:12:03+00:00",
         *       "flow_id": "d2bbd92b-187e-4c84-b2d4-5df365704201",
         *       "error": false,
         *       "edit": false,
         *       "properties": {
         *         "text_color": null,
         *         "background_color": null,
         *         "edited": false,
         *         "source": {
         *           "id": "OpenAIModel-d1wOZ",
         *           "display_name": "OpenAI",
         *           "source": "gpt-4o-mini"
         *         },
         *         "icon": "OpenAI",
         *         "allow_markdown": false,
         *         "positive_feedback": null,
         *         "state": "complete",
         *         "targets": [],
         *         "usage": {
         *           "input_tokens": 14,
         *           "output_tokens": 6,
         *           "total_tokens": 20
         *         },
         *         "build_duration": null
         *       },
         *       "category": "message",
         *       "content_blocks": [],
         *       "duration": null
         *     }
         */
        FlatMessage: {
            timestamp: components["schemas"]["MessageTime"];
            /** @description `Machine` or `User`; in a report of a fault, the name of the component. */
            sender: string | null;
            /** @description Name of the sender. */
            sender_name: string | null;
            /** @description The session. */
            session_id: string | null;
            /** @description A part of the session. */
            context_id?: string | null;
            /** @description The text. */
            text: string;
            /** @description Paths of files or images. */
            files: (string | Record<string, unknown>)[];
            /** @description Meant to say that the message reports a fault, but false even then. Look at `category`. */
            error: boolean;
            /** @description Whether the message was edited. */
            edit: boolean;
            properties: components["schemas"]["MessageProperties"];
            /**
             * @description What the message is for.
             * @enum {string|null}
             */
            category: "message" | "error" | "warning" | "info" | null;
            /** @description What belongs to the text, such as the steps of an agent. */
            content_blocks: components["schemas"]["ContentBlock"][];
            /** @description The flow. */
            flow_id: string | null;
            /** @description Not filled. */
            duration?: number | null;
            /** @description Not explained by any document. */
            session_metadata?: Record<string, unknown> | null;
        };
        /**
         * @description The copy of a message within itself. Of a result, the id of the message stands here only.
         * @example {
         *       "text": "It is bioluminéscence.",
         *       "sender": "Machine",
         *       "sender_name": "AI",
         *       "files": [],
         *       "session_id": "chat-123",
         *       "context_id": "",
         *       "timestamp": "2026-04-10T09:12:03+00:00",
         *       "flow_id": "d2bbd92b-187e-4c84-b2d4-5df365704201",
         *       "error": false,
         *       "edit": false,
         *       "properties": {
         *         "text_color": null,
         *         "background_color": null,
         *         "edited": false,
         *         "source": {
         *           "id": "OpenAIModel-d1wOZ",
         *           "display_name": "OpenAI",
         *           "source": "gpt-4o-mini"
         *         },
         *         "icon": "OpenAI",
         *         "allow_markdown": false,
         *         "positive_feedback": null,
         *         "state": "complete",
         *         "targets": [],
         *         "usage": {
         *           "input_tokens": 14,
         *           "output_tokens": 6,
         *           "total_tokens": 20
         *         },
         *         "build_duration": null
         *       },
         *       "category": "message",
         *       "content_blocks": [],
         *       "duration": null,
         *       "id": "27b66789-e673-4c65-9e81-021752925161"
         *     }
         */
        MessageData: components["schemas"]["FlatMessage"] & {
            id: components["schemas"]["MessageId"];
        };
        /**
         * @description A message in full, as the results of a run hold it. Its times may be of two forms.
         * @example {
         *       "text_key": "text",
         *       "data": {
         *         "timestamp": "2026-04-10 09:12:03 UTC",
         *         "sender": "Machine",
         *         "sender_name": "AI",
         *         "session_id": "chat-123",
         *         "context_id": "",
         *         "text": "It is bioluminéscence.",
         *         "files": [],
         *         "error": false,
         *         "edit": false,
         *         "properties": {
         *           "text_color": null,
         *           "background_color": null,
         *           "edited": false,
         *           "source": {
         *             "id": "OpenAIModel-d1wOZ",
         *             "display_name": "OpenAI",
         *             "source": "gpt-4o-mini"
         *           },
         *           "icon": "OpenAI",
         *           "allow_markdown": false,
         *           "positive_feedback": null,
         *           "state": "complete",
         *           "targets": [],
         *           "usage": {
         *             "input_tokens": 14,
         *             "output_tokens": 6,
         *             "total_tokens": 20
         *           },
         *           "build_duration": null
         *         },
         *         "category": "message",
         *         "content_blocks": [],
         *         "id": "27b66789-e673-4c65-9e81-021752925161",
         *         "flow_id": "d2bbd92b-187e-4c84-b2d4-5df365704201"
         *       },
         *       "default_value": "",
         *       "text": "It is bioluminéscence.",
         *       "sender": "Machine",
         *       "sender_name": "AI",
         *       "files": [],
         *       "session_id": "chat-123",
         *       "context_id": "",
         *       "timestamp": "2026-04-10T09:12:03+00:00",
         *       "flow_id": "d2bbd92b-187e-4c84-b2d4-5df365704201",
         *       "error": false,
         *       "edit": false,
         *       "properties": {
         *         "text_color": null,
         *         "background_color": null,
         *         "edited": false,
         *         "source": {
         *           "id": "OpenAIModel-d1wOZ",
         *           "display_name": "OpenAI",
         *           "source": "gpt-4o-mini"
         *         },
         *         "icon": "OpenAI",
         *         "allow_markdown": false,
         *         "positive_feedback": null,
         *         "state": "complete",
         *         "targets": [],
         *         "usage": {
         *           "input_tokens": 14,
         *           "output_tokens": 6,
         *           "total_tokens": 20
         *         },
         *         "build_duration": null
         *       },
         *       "category": "message",
         *       "content_blocks": [],
         *       "duration": null
         *     }
         */
        ChatMessage: components["schemas"]["FlatMessage"] & {
            /** @description Name of the field of `data` that holds the text. */
            text_key: string;
            data: components["schemas"]["MessageData"];
            /** @description Stands for a text that is missing. */
            default_value: string | null;
        };
        /**
         * @description A message as events hold it, with its id. It is either flat or a message in full, whose outer fields are the same; read only those.
         * @example {
         *       "text": "It is bioluminéscence.",
         *       "sender": "Machine",
         *       "sender_name": "AI",
         *       "files": [],
         *       "session_id": "chat-123",
         *       "context_id": "",
         *       "timestamp": "2026-04-10T09:12:03+00:00",
         *       "flow_id": "d2bbd92b-187e-4c84-b2d4-5df365704201",
         *       "error": false,
         *       "edit": false,
         *       "properties": {
         *         "text_color": null,
         *         "background_color": null,
         *         "edited": false,
         *         "source": {
         *           "id": "OpenAIModel-d1wOZ",
         *           "display_name": "OpenAI",
         *           "source": "gpt-4o-mini"
         *         },
         *         "icon": "OpenAI",
         *         "allow_markdown": false,
         *         "positive_feedback": null,
         *         "state": "complete",
         *         "targets": [],
         *         "usage": {
         *           "input_tokens": 14,
         *           "output_tokens": 6,
         *           "total_tokens": 20
         *         },
         *         "build_duration": null
         *       },
         *       "category": "message",
         *       "content_blocks": [],
         *       "duration": null,
         *       "id": "27b66789-e673-4c65-9e81-021752925161"
         *     }
         */
        StreamedMessage: components["schemas"]["FlatMessage"] & {
            id: components["schemas"]["MessageId"];
            /** @description Name of the field of `data` that holds the text. */
            text_key?: string;
            data?: components["schemas"]["MessageData"];
            /** @description Stands for a text that is missing. */
            default_value?: string | null;
        };
        /**
         * @description Things that belong together, under a title.
         * @example {
         *       "title": "Agent Steps",
         *       "contents": [
         *         {
         *           "type": "text",
         *           "duration": 2,
         *           "header": {
         *             "title": "Input",
         *             "icon": "MessageSquare"
         *           },
         *           "text": "What is 4 + 4?"
         *         }
         *       ],
         *       "allow_markdown": true,
         *       "media_url": null
         *     }
         */
        ContentBlock: {
            /** @description Their title. */
            title: string;
            /** @description The things. */
            contents: components["schemas"]["ContentItem"][];
            /** @description Whether their texts may be shown as Markdown. */
            allow_markdown?: boolean;
            /** @description Where media are to be found. */
            media_url?: string[] | null;
        };
        /** @description One thing in a block. */
        ContentItem: components["schemas"]["TextContent"] | components["schemas"]["ToolUseContent"] | components["schemas"]["FaultContent"] | components["schemas"]["MediaContent"] | components["schemas"]["JsonContent"] | components["schemas"]["CodeContent"];
        /**
         * @description What stands above a thing.
         * @example {
         *       "title": "Input",
         *       "icon": "MessageSquare"
         *     }
         */
        ContentHeader: {
            /** @description Its title, such as `Accessing **name**` and later `Executed **name**` of a tool. */
            title?: string | null;
            /** @description Name of an icon. */
            icon?: string | null;
        } | null;
        /**
         * @description A text.
         * @example {
         *       "type": "text",
         *       "duration": 2,
         *       "header": {
         *         "title": "Input",
         *         "icon": "MessageSquare"
         *       },
         *       "text": "What is 4 + 4?"
         *     }
         */
        TextContent: {
            /**
             * @description What the thing is. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "text";
            /** @description Milliseconds that it took. */
            duration?: number | null;
            header?: components["schemas"]["ContentHeader"];
            /** @description The text. */
            text: string;
        };
        /**
         * @description The use of a tool. It is sent before the tool has answered, and again afterwards.
         * @example {
         *       "type": "tool_use",
         *       "duration": 812,
         *       "header": {
         *         "title": "Accessing **evaluate_expression**",
         *         "icon": "Hammer"
         *       },
         *       "name": "evaluate_expression",
         *       "tool_input": {
         *         "expression": "4+4"
         *       },
         *       "output": null,
         *       "error": null
         *     }
         */
        ToolUseContent: {
            /**
             * @description What the thing is. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "tool_use";
            /** @description Milliseconds that it took. */
            duration?: number | null;
            header?: components["schemas"]["ContentHeader"];
            /** @description Name of the tool. */
            name: string | null;
            /** @description What the tool was given. */
            tool_input: {
                [key: string]: unknown;
            };
            /** @description What it answered, in any form; null until then. */
            output?: unknown;
            /** @description What went wrong with it. */
            error?: unknown;
        };
        /**
         * @description A fault of a component.
         * @example {
         *       "type": "error",
         *       "duration": null,
         *       "header": {},
         *       "component": "OpenAI",
         *       "field": null,
         *       "reason": "**ValueError**\n - **Details: Rate limit reached for gpt-4o-mini**\n",
         *       "solution": null,
         *       "traceback": null
         *     }
         */
        FaultContent: {
            /**
             * @description What the thing is. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "error";
            /** @description Milliseconds that it took. */
            duration?: number | null;
            header?: components["schemas"]["ContentHeader"];
            /** @description Name of the component. */
            component?: string | null;
            /** @description The field that is to blame. */
            field?: string | null;
            /** @description What went wrong, in Markdown. */
            reason?: string | null;
            /** @description What might help. */
            solution?: string | null;
            /** @description Where in the server it went wrong. */
            traceback?: string | null;
        };
        /**
         * @description Pictures, sounds or films.
         * @example {
         *       "type": "media",
         *       "duration": null,
         *       "header": null,
         *       "urls": [
         *         "/files/images/glow.png"
         *       ],
         *       "caption": "A lantern fish"
         *     }
         */
        MediaContent: {
            /**
             * @description What the thing is. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "media";
            /** @description Milliseconds that it took. */
            duration?: number | null;
            header?: components["schemas"]["ContentHeader"];
            /** @description Where they are. */
            urls: string[];
            /** @description What they show. */
            caption?: string | null;
        };
        /**
         * @description A value.
         * @example {
         *       "type": "json",
         *       "duration": null,
         *       "header": null,
         *       "data": {
         *         "depth": 1200
         *       }
         *     }
         */
        JsonContent: {
            /**
             * @description What the thing is. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "json";
            /** @description Milliseconds that it took. */
            duration?: number | null;
            header?: components["schemas"]["ContentHeader"];
            /** @description The value. */
            data: {
                [key: string]: unknown;
            };
        };
        /**
         * @description A piece of a program.
         * @example {
         *       "type": "code",
         *       "duration": null,
         *       "header": null,
         *       "code": "print(4 + 4)",
         *       "language": "python",
         *       "title": null
         *     }
         */
        CodeContent: {
            /**
             * @description What the thing is. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "code";
            /** @description Milliseconds that it took. */
            duration?: number | null;
            header?: components["schemas"]["ContentHeader"];
            /** @description The piece. */
            code: string;
            /** @description Its language. */
            language: string;
            /** @description Its title. */
            title?: string | null;
        };
        /** @description One event of a streamed run. */
        RunStreamEvent: components["schemas"]["AddMessageEvent"] | components["schemas"]["TokenEvent"] | components["schemas"]["ToolStartEvent"] | components["schemas"]["ToolEndEvent"] | components["schemas"]["LogEvent"] | components["schemas"]["RunErrorEvent"] | components["schemas"]["RunEndEvent"];
        /**
         * @description A message, or a message once more: the same id means that text and blocks replace what came before. A streamed message is announced with its first piece of text, which its
         *     first token repeats; after the last token it comes again, whole, from the model and once more from the chat output.
         * @example {
         *       "event": "add_message",
         *       "data": {
         *         "text": "It is bioluminéscence.",
         *         "sender": "Machine",
         *         "sender_name": "AI",
         *         "files": [],
         *         "session_id": "chat-123",
         *         "context_id": "",
         *         "timestamp": "2026-04-10T09:12:03+00:00",
         *         "flow_id": "d2bbd92b-187e-4c84-b2d4-5df365704201",
         *         "error": false,
         *         "edit": false,
         *         "properties": {
         *           "text_color": null,
         *           "background_color": null,
         *           "edited": false,
         *           "source": {
         *             "id": "OpenAIModel-d1wOZ",
         *             "display_name": "OpenAI",
         *             "source": "gpt-4o-mini"
         *           },
         *           "icon": "OpenAI",
         *           "allow_markdown": false,
         *           "positive_feedback": null,
         *           "state": "complete",
         *           "targets": [],
         *           "usage": {
         *             "input_tokens": 14,
         *             "output_tokens": 6,
         *             "total_tokens": 20
         *           },
         *           "build_duration": null
         *         },
         *         "category": "message",
         *         "content_blocks": [],
         *         "duration": null,
         *         "id": "27b66789-e673-4c65-9e81-021752925161"
         *       }
         *     }
         */
        AddMessageEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "add_message";
            data: components["schemas"]["StreamedMessage"];
        };
        /**
         * @description A piece of the text of a message that was announced. All pieces together are the text.
         * @example {
         *       "event": "token",
         *       "data": {
         *         "chunk": " biolumin",
         *         "id": "27b66789-e673-4c65-9e81-021752925161"
         *       }
         *     }
         */
        TokenEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "token";
            /** @description The piece. */
            data: {
                /** @description The text, which may be empty; mostly the first and the last are. */
                chunk: string;
                id: components["schemas"]["MessageId"];
                /** @description When it was sent. */
                timestamp?: string;
            };
        };
        /**
         * @description An agent begins to use a component as a tool. Other components do not report themselves here.
         * @example {
         *       "event": "build_start",
         *       "data": {
         *         "id": "CalculatorComponent-b7Q2x"
         *       }
         *     }
         */
        ToolStartEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "build_start";
            /** @description Which one. */
            data: {
                /** @description Id of the component. */
                id: string;
            };
        };
        /**
         * @description The component that was used as a tool is done.
         * @example {
         *       "event": "build_end",
         *       "data": {
         *         "id": "CalculatorComponent-b7Q2x"
         *       }
         *     }
         */
        ToolEndEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "build_end";
            /** @description Which one. */
            data: {
                /** @description Id of the component. */
                id: string;
            };
        };
        /**
         * @description Something that a component has logged.
         * @example {
         *       "event": "log",
         *       "data": {
         *         "name": "Log 1",
         *         "message": "Sent.",
         *         "type": "text",
         *         "output": "message",
         *         "component_id": "ChatOutput-ylMzN"
         *       }
         *     }
         */
        LogEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "log";
            /** @description What was logged. */
            data: {
                /** @description Its name. */
                name?: string;
                /** @description What was logged. */
                message?: unknown;
                /** @description What kind of thing that is. */
                type?: string;
                /** @description The output it belongs to. */
                output?: string | null;
                /** @description The component it belongs to. */
                component_id?: string | null;
            };
        };
        /**
         * @description Something failed. A component that fails is reported by a message of the category `error`, and then the run itself by a text; a fault outside of components by the text
         *     alone. No `end` follows.
         * @example {
         *       "event": "error",
         *       "data": {
         *         "error": "Error running graph: Error building Component OpenAI: \n\nRate limit reached for gpt-4o-mini"
         *       }
         *     }
         */
        RunErrorEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "error";
            /** @description A report of a component, or of the run. */
            data: components["schemas"]["ComponentFault"] | components["schemas"]["RunFailure"];
        };
        /**
         * @description A message by which a component reports a fault. The name of the component is its sender, and its `error` is false all the same.
         * @example {
         *       "text_key": "text",
         *       "data": {
         *         "timestamp": "2026-04-10 09:15:42 UTC",
         *         "sender": "OpenAI",
         *         "sender_name": "OpenAI",
         *         "session_id": "chat-123",
         *         "context_id": "",
         *         "text": "Rate limit reached for gpt-4o-mini\n",
         *         "files": [],
         *         "error": false,
         *         "edit": false,
         *         "properties": {
         *           "text_color": "red",
         *           "background_color": "red",
         *           "edited": false,
         *           "source": {
         *             "id": "OpenAIModel-d1wOZ",
         *             "display_name": "OpenAI",
         *             "source": "OpenAI"
         *           },
         *           "icon": "error",
         *           "allow_markdown": false,
         *           "positive_feedback": null,
         *           "state": "complete",
         *           "targets": [],
         *           "usage": null,
         *           "build_duration": null
         *         },
         *         "category": "error",
         *         "content_blocks": [
         *           {
         *             "title": "Error",
         *             "contents": [
         *               {
         *                 "type": "error",
         *                 "duration": null,
         *                 "header": {},
         *                 "component": "OpenAI",
         *                 "field": null,
         *                 "reason": "**ValueError**\n - **Details: Rate limit reached for gpt-4o-mini**\n",
         *                 "solution": null,
         *                 "traceback": "Traceback (most recent call last):\n  ...\nValueError: Rate limit reached for gpt-4o-mini\n"
         *               }
         *             ],
         *             "allow_markdown": true,
         *             "media_url": null
         *           }
         *         ],
         *         "id": "e91b3d0a-7f0f-4b52-9e77-2f1d5a0b6c33",
         *         "flow_id": "d2bbd92b-187e-4c84-b2d4-5df365704201",
         *         "duration": null
         *       },
         *       "default_value": "",
         *       "text": "Rate limit reached for gpt-4o-mini\n",
         *       "sender": "OpenAI",
         *       "sender_name": "OpenAI",
         *       "files": [],
         *       "session_id": "chat-123",
         *       "context_id": "",
         *       "timestamp": "2026-04-10T09:15:42+00:00",
         *       "flow_id": "d2bbd92b-187e-4c84-b2d4-5df365704201",
         *       "error": false,
         *       "edit": false,
         *       "properties": {
         *         "text_color": "red",
         *         "background_color": "red",
         *         "edited": false,
         *         "source": {
         *           "id": "OpenAIModel-d1wOZ",
         *           "display_name": "OpenAI",
         *           "source": "OpenAI"
         *         },
         *         "icon": "error",
         *         "allow_markdown": false,
         *         "positive_feedback": null,
         *         "state": "complete",
         *         "targets": [],
         *         "usage": null,
         *         "build_duration": null
         *       },
         *       "category": "error",
         *       "content_blocks": [
         *         {
         *           "title": "Error",
         *           "contents": [
         *             {
         *               "type": "error",
         *               "duration": null,
         *               "header": {},
         *               "component": "OpenAI",
         *               "field": null,
         *               "reason": "**ValueError**\n - **Details: Rate limit reached for gpt-4o-mini**\n",
         *               "solution": null,
         *               "traceback": "Traceback (most recent call last):\n  ...\nValueError: Rate limit reached for gpt-4o-mini\n"
         *             }
         *           ],
         *           "allow_markdown": true,
         *           "media_url": null
         *         }
         *       ],
         *       "duration": null,
         *       "id": "e91b3d0a-7f0f-4b52-9e77-2f1d5a0b6c33"
         *     }
         */
        ComponentFault: components["schemas"]["StreamedMessage"] & {
            /**
             * @description By this, a report is to be known.
             * @constant
             */
            category: "error";
        };
        /**
         * @description The text of a fault that has ended the run.
         * @example {
         *       "error": "Error running graph: Error building Component OpenAI: \n\nRate limit reached for gpt-4o-mini"
         *     }
         */
        RunFailure: {
            /** @description What went wrong, for people. */
            error: string;
        };
        /**
         * @description The run has ended well. Always the last event.
         * @example {
         *       "event": "end",
         *       "data": {
         *         "result": {
         *           "session_id": "chat-123",
         *           "outputs": [
         *             {
         *               "inputs": {
         *                 "input_value": "Name one deep-sea glow."
         *               },
         *               "outputs": []
         *             }
         *           ]
         *         }
         *       }
         *     }
         */
        RunEndEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "end";
            /** @description What it has brought. */
            data: {
                result: components["schemas"]["RunResult"];
            };
        };
        /**
         * @description Says that the server listens.
         * @example {
         *       "status": "ok"
         *     }
         */
        Health: {
            /**
             * @description It does.
             * @constant
             */
            status: "ok";
        };
        /**
         * @description Says that every part works.
         * @example {
         *       "status": "ok",
         *       "chat": "ok",
         *       "db": "ok"
         *     }
         */
        HealthReport: {
            /**
             * @description The whole.
             * @constant
             */
            status: "ok";
            /**
             * @description The chat service.
             * @constant
             */
            chat: "ok";
            /**
             * @description The database.
             * @constant
             */
            db: "ok";
        };
        /**
         * @description Says which part does not work.
         * @example {
         *       "detail": {
         *         "status": "nok",
         *         "chat": "ok",
         *         "db": "error check the server logs"
         *       }
         *     }
         */
        HealthFault: {
            /** @description The parts. */
            detail: {
                /**
                 * @description The whole.
                 * @constant
                 */
                status: "nok";
                /** @description The chat service: `ok` or what is wrong. */
                chat: string;
                /** @description The database: `ok` or what is wrong. */
                db: string;
            };
        };
        /**
         * @description The release that runs.
         * @example {
         *       "version": "1.8.4",
         *       "main_version": "1.8.4",
         *       "package": "Langflow"
         *     }
         */
        VersionInfo: {
            /** @description Its version. */
            version: string;
            /** @description The same, without what marks a preview. */
            main_version: string;
            /** @description Which package it comes from. */
            package: string;
        };
        /**
         * @description A wish to run a workflow. Other fields are refused.
         * @example {
         *       "flow_id": "d2bbd92b-187e-4c84-b2d4-5df365704201",
         *       "input_value": "Say hello.",
         *       "mode": "background"
         *     }
         */
        WorkflowRequest: {
            /**
             * Format: uuid
             * @description UUID of the flow.
             */
            flow_id: string;
            /**
             * @description The input.
             * @default
             */
            input_value?: string;
            /**
             * @description Parameters for this run only, by id of a component.
             * @default {}
             */
            tweaks?: {
                [key: string]: unknown;
            };
            /**
             * @description The session that messages belong to.
             * @default null
             */
            session_id?: string | null;
            /**
             * @description Whether to wait for the result, to be told events as they happen, or to get a job.
             * @default sync
             * @enum {string}
             */
            mode?: "sync" | "stream" | "background";
            /**
             * @description The form of the events, `langflow` as described here, or `agui`. Other words are refused.
             * @default langflow
             */
            stream_protocol?: string;
            /**
             * @description A flow to run in place of the stored one; not in sync mode.
             * @default null
             */
            data?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description Paths of uploaded files; not in sync mode.
             * @default null
             */
            files?: string[] | null;
            /**
             * @description Component to begin with; not in sync mode.
             * @default null
             */
            start_component_id?: string | null;
            /**
             * @description Component after which to stop; not in sync mode.
             * @default null
             */
            stop_component_id?: string | null;
            /**
             * @description Components among which to look for the answer; in sync mode only.
             * @default null
             */
            output_ids?: string[] | null;
            /** @description Global variables for this run, by name. */
            globals?: {
                [key: string]: string;
            } | null;
            /**
             * @description Two background runs with the same key are the same job, as long as it lasts.
             * @default null
             */
            idempotency_key?: string | null;
            /**
             * @description Whether the events also tell of the flow's components.
             * @default false
             */
            expose_graph_state?: boolean;
        };
        /**
         * @description How far a run is. `suspended` means that it waits for a person.
         * @example in_progress
         * @enum {string}
         */
        JobStatus: "queued" | "in_progress" | "completed" | "failed" | "cancelled" | "timed_out" | "suspended";
        /**
         * Format: uuid
         * @description Id of the run, and of its job.
         * @example 3c5a9f0e-6b1d-4d27-8e43-90a7c1f2b6d8
         */
        JobId: string;
        /**
         * @description When this answer was made. It is another one in each answer about the same job.
         * @example 2026-08-01T10:00:01.241093+00:00
         */
        CreatedTime: string;
        /** @description A result or a job, told apart by `object`. */
        WorkflowAnswer: components["schemas"]["WorkflowResult"] | components["schemas"]["WorkflowJob"];
        /**
         * @description What a run has brought. A run whose component failed has the status `failed`, no outputs and one error.
         * @example {
         *       "flow_id": "d2bbd92b-187e-4c84-b2d4-5df365704201",
         *       "session_id": "chat-123",
         *       "job_id": "3c5a9f0e-6b1d-4d27-8e43-90a7c1f2b6d8",
         *       "object": "response",
         *       "created_timestamp": "2026-08-01T10:00:01.241093+00:00",
         *       "status": "completed",
         *       "output": {
         *         "reason": "single",
         *         "text": "Hello",
         *         "source": "ChatOutput-ylMzN"
         *       },
         *       "outputs": {
         *         "ChatOutput-ylMzN": {
         *           "type": "message",
         *           "status": "completed",
         *           "display_name": "Chat Output",
         *           "content": "Hello",
         *           "metadata": {
         *             "component_type": "ChatOutput"
         *           }
         *         }
         *       },
         *       "errors": [],
         *       "globals": {},
         *       "has_errors": false,
         *       "human_request": null
         *     }
         */
        WorkflowResult: {
            /** @description The flow. */
            flow_id: string;
            /** @description The session that it ran in. */
            session_id: string | null;
            job_id: components["schemas"]["JobId"];
            /**
             * @description This is a result. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            object: "response";
            created_timestamp: components["schemas"]["CreatedTime"];
            status: components["schemas"]["JobStatus"];
            output: components["schemas"]["WorkflowOutput"];
            /** @description What the last components have brought, by their id. */
            outputs: {
                [key: string]: components["schemas"]["ComponentOutput"];
            };
            /** @description What went wrong. */
            errors: components["schemas"]["WorkflowError"][];
            /** @description The global variables of this run, by name. */
            globals: {
                [key: string]: string;
            };
            /** @description Whether anything went wrong. */
            has_errors: boolean;
            /** @description What a person is asked, when the run waits for one. */
            human_request: components["schemas"]["HumanRequest"] | null;
            /** @description The tweaks of the request. */
            inputs?: {
                [key: string]: unknown;
            };
            /** @description What may be wrong. */
            warnings?: unknown[];
        };
        /**
         * @description A job that has not completed.
         * @example {
         *       "job_id": "3c5a9f0e-6b1d-4d27-8e43-90a7c1f2b6d8",
         *       "flow_id": "d2bbd92b-187e-4c84-b2d4-5df365704201",
         *       "object": "job",
         *       "created_timestamp": "2026-08-01T10:00:00.003120+00:00",
         *       "status": "queued",
         *       "links": {
         *         "status": "/api/v2/workflows?job_id=3c5a9f0e-6b1d-4d27-8e43-90a7c1f2b6d8",
         *         "stop": "/api/v2/workflows/stop",
         *         "events": "/api/v2/workflows/3c5a9f0e-6b1d-4d27-8e43-90a7c1f2b6d8/events"
         *       },
         *       "errors": [],
         *       "globals": {}
         *     }
         */
        WorkflowJob: {
            job_id: components["schemas"]["JobId"];
            /** @description The flow. */
            flow_id: string;
            /**
             * @description This is a job. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            object: "job";
            created_timestamp: components["schemas"]["CreatedTime"];
            status: components["schemas"]["JobStatus"];
            links: components["schemas"]["JobLinks"];
            /** @description What went wrong. */
            errors: components["schemas"]["WorkflowError"][];
            /** @description The global variables of this run, by name. */
            globals: {
                [key: string]: string;
            };
        };
        /**
         * @description Where to go on, as paths.
         * @example {
         *       "status": "/api/v2/workflows?job_id=3c5a9f0e-6b1d-4d27-8e43-90a7c1f2b6d8",
         *       "stop": "/api/v2/workflows/stop",
         *       "events": "/api/v2/workflows/3c5a9f0e-6b1d-4d27-8e43-90a7c1f2b6d8/events"
         *     }
         */
        JobLinks: {
            /** @description Its state. */
            status: string;
            /** @description Where to stop it. */
            stop: string;
            /** @description Its events. */
            events: string;
        };
        /**
         * @description The answer of a run, and why there is one or none.
         * @example {
         *       "reason": "single",
         *       "text": "Hello",
         *       "source": "ChatOutput-ylMzN"
         *     }
         */
        WorkflowOutput: {
            /**
             * @description `single` if there is one answer; otherwise there are several, or none, or none that is a text, or the run has failed.
             * @enum {string}
             */
            reason: "single" | "multiple" | "none" | "non_string" | "failed";
            /** @description The answer, which may be empty; null unless there is a single one. */
            text: string | null;
            /** @description The component that gave it. */
            source: string | null;
        };
        /**
         * @description What one component has brought.
         * @example {
         *       "component_id": "ChatOutput-ylMzN",
         *       "type": "message",
         *       "status": "completed",
         *       "display_name": "Chat Output",
         *       "content": "Hello",
         *       "metadata": {}
         *     }
         */
        ComponentOutput: {
            /** @description What it is, such as `message`, `data`, `dataframe` or `text`. */
            type: string;
            status: components["schemas"]["JobStatus"];
            /** @description Name of the component. */
            display_name: string | null;
            /** @description The content; null of a message that is not an output of the flow. */
            content: unknown;
            /** @description What else is known, such as the model in `source`. */
            metadata: {
                [key: string]: unknown;
            } | null;
            /** @description Id of the component. */
            component_id?: string;
        };
        /**
         * @description A fault in a run.
         * @example {
         *       "error": "Error building Component OpenAI: Rate limit reached for gpt-4o-mini",
         *       "code": "EXECUTION_ERROR",
         *       "details": {
         *         "flow_id": "d2bbd92b-187e-4c84-b2d4-5df365704201",
         *         "error_type": "ComponentBuildError"
         *       }
         *     }
         */
        WorkflowError: {
            /** @description What went wrong, for people. */
            error: string;
            /** @description `EXECUTION_ERROR`. */
            code: string | null;
            /** @description The flow (`flow_id`) and the kind of fault (`error_type`). */
            details: {
                [key: string]: unknown;
            } | null;
        };
        /**
         * @description What a person is asked.
         * @example {
         *       "request_id": "req-1",
         *       "prompt": "Send it?",
         *       "options": [
         *         {
         *           "action_id": "approve",
         *           "label": "Approve"
         *         },
         *         {
         *           "action_id": "reject",
         *           "label": "Reject"
         *         }
         *       ],
         *       "allowed_decisions": [
         *         "approve",
         *         "reject"
         *       ]
         *     }
         */
        HumanRequest: {
            /** @description Id of the question. */
            request_id?: string;
            /** @description The question. */
            prompt?: string;
            /** @description The answers to choose from. */
            options?: unknown[];
            /** @description Ids of the answers that are taken. */
            allowed_decisions?: string[];
        };
        /**
         * @description What is wrong.
         * @example {
         *       "error": "Missing required parameter",
         *       "code": "MISSING_PARAMETER",
         *       "message": "Job ID must be provided"
         *     }
         */
        WorkflowProblem: {
            /** @description Name of the refusal. */
            error: string;
            /** @description Its code, to compare with. */
            code: string;
            /** @description What went wrong, for people. */
            message: string;
            /** @description The flow. */
            flow_id?: string;
            /** @description The job. */
            job_id?: string;
            /** @description Fields of the request that are to blame. */
            fields?: string[];
            /** @description Words that would be taken. */
            available?: string[];
            /** @description How long a run may take. */
            timeout_seconds?: number;
            /** @description How the run was started. */
            mode?: string;
            /** @description What is known of the fault. */
            error_detail?: unknown;
        };
        /**
         * @description A refusal told as an object.
         * @example {
         *       "detail": {
         *         "error": "Missing required parameter",
         *         "code": "MISSING_PARAMETER",
         *         "message": "Job ID must be provided"
         *       }
         *     }
         */
        WorkflowRefusal: {
            detail: components["schemas"]["WorkflowProblem"];
        };
        /**
         * @description A refusal with status 404, bare where the server also serves its editor and wrapped in `detail` otherwise.
         * @example {
         *       "error": "Workflow job not found",
         *       "code": "JOB_NOT_FOUND",
         *       "message": "Workflow job 5f3a1c9e-7d24-4b86-a0f1-2c8e9b6d4a73 not found",
         *       "job_id": "5f3a1c9e-7d24-4b86-a0f1-2c8e9b6d4a73"
         *     }
         */
        WorkflowMissing: components["schemas"]["WorkflowProblem"] | components["schemas"]["WorkflowRefusal"];
        /**
         * @description A run that took too long, with status 408.
         * @example {
         *       "detail": {
         *         "error": "Execution timeout",
         *         "code": "EXECUTION_TIMEOUT",
         *         "message": "Workflow execution timed out",
         *         "job_id": "3c5a9f0e-6b1d-4d27-8e43-90a7c1f2b6d8",
         *         "flow_id": "d2bbd92b-187e-4c84-b2d4-5df365704201"
         *       }
         *     }
         */
        WorkflowTimeout: {
            /** @description What is wrong. */
            detail: components["schemas"]["WorkflowProblem"] & {
                /**
                 * @description The code.
                 * @constant
                 */
                code?: "EXECUTION_TIMEOUT";
                /** @description The job. */
                job_id: string;
            };
        };
        /**
         * @description A job that has failed, with status 500. To whoever polls, this is a result.
         * @example {
         *       "detail": {
         *         "error": "Job failed",
         *         "code": "JOB_FAILED",
         *         "message": "Job 3c5a9f0e-6b1d-4d27-8e43-90a7c1f2b6d8 has failed execution.",
         *         "job_id": "3c5a9f0e-6b1d-4d27-8e43-90a7c1f2b6d8"
         *       }
         *     }
         */
        WorkflowJobFailed: {
            /** @description What is wrong. */
            detail: components["schemas"]["WorkflowProblem"] & {
                /**
                 * @description The code.
                 * @constant
                 */
                code?: "JOB_FAILED";
                /** @description The job. */
                job_id: string;
            };
        };
        /**
         * @description A fault of the server, with status 500.
         * @example {
         *       "detail": {
         *         "error": "Internal server error",
         *         "code": "INTERNAL_SERVER_ERROR",
         *         "message": "An unexpected error occurred."
         *       }
         *     }
         */
        WorkflowFault: {
            /** @description What is wrong. */
            detail: components["schemas"]["WorkflowProblem"] & {
                /**
                 * @description The code.
                 * @constant
                 */
                code?: "INTERNAL_SERVER_ERROR";
            };
        };
        /**
         * @description Which job to stop.
         * @example {
         *       "job_id": "3c5a9f0e-6b1d-4d27-8e43-90a7c1f2b6d8"
         *     }
         */
        WorkflowStopRequest: {
            /**
             * Format: uuid
             * @description Id of the job.
             */
            job_id: string;
        };
        /**
         * @description How stopping went.
         * @example {
         *       "job_id": "3c5a9f0e-6b1d-4d27-8e43-90a7c1f2b6d8",
         *       "message": "Job 3c5a9f0e-6b1d-4d27-8e43-90a7c1f2b6d8 cancelled successfully."
         *     }
         */
        WorkflowStopped: {
            job_id: components["schemas"]["JobId"];
            /** @description What was done, for people. */
            message: string | null;
        };
        /**
         * @description One frame of the stream. Its data comes before its id, and it has no name.
         * @example {
         *       "data": "{\"event\": \"build_start\", \"data\": {}}",
         *       "id": "1"
         *     }
         */
        WorkflowStreamFrame: {
            /** @description One event as JSON. */
            data: string;
            /** @description A number that counts the frames of a streamed run from 0, or the kept events of a job. */
            id: string;
        };
        /** @description One event of a workflow. */
        WorkflowStreamEvent: components["schemas"]["VerticesSortedEvent"] | components["schemas"]["BuildStartEvent"] | components["schemas"]["BuildEndEvent"] | components["schemas"]["AddMessageEvent"] | components["schemas"]["TokenEvent"] | components["schemas"]["RemoveMessageEvent"] | components["schemas"]["LogEvent"] | components["schemas"]["WorkflowVertexEvent"] | components["schemas"]["OutputEvent"] | components["schemas"]["BuildErrorEvent"] | components["schemas"]["HumanInputEvent"] | components["schemas"]["CancelledEvent"] | components["schemas"]["WorkflowEndEvent"];
        /**
         * @description Which components will run. The first event of a run.
         * @example {
         *       "event": "vertices_sorted",
         *       "data": {
         *         "ids": [
         *           "ChatInput-Aa1Bb"
         *         ],
         *         "to_run": [
         *           "ChatInput-Aa1Bb",
         *           "ChatOutput-ylMzN"
         *         ]
         *       }
         *     }
         */
        VerticesSortedEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "vertices_sorted";
            /** @description The components. */
            data: {
                /** @description Ids of those that run first. */
                ids: string[];
                /** @description Ids of all that will run. */
                to_run: string[];
            };
        };
        /**
         * @description The run begins; with an id, a component begins to be used as a tool.
         * @example {
         *       "event": "build_start",
         *       "data": {}
         *     }
         */
        BuildStartEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "build_start";
            /** @description Nothing, or which component. */
            data: {
                /** @description Id of the component. */
                id?: string;
            };
        };
        /**
         * @description A component that was used as a tool is done.
         * @example {
         *       "event": "build_end",
         *       "data": {
         *         "id": "CalculatorComponent-b7Q2x"
         *       }
         *     }
         */
        BuildEndEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "build_end";
            /** @description Which component. */
            data: {
                /** @description Id of the component. */
                id?: string;
            };
        };
        /**
         * @description A message is to be forgotten.
         * @example {
         *       "event": "remove_message",
         *       "data": {
         *         "id": "27b66789-e673-4c65-9e81-021752925161"
         *       }
         *     }
         */
        RemoveMessageEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "remove_message";
            /** @description Which one. */
            data: {
                id: components["schemas"]["MessageId"];
            };
        };
        /**
         * @description How the build of a component went.
         * @example {
         *       "id": "ChatInput-Aa1Bb",
         *       "inactivated_vertices": [],
         *       "next_vertices_ids": [
         *         "ChatOutput-ylMzN"
         *       ],
         *       "top_level_vertices": [
         *         "ChatOutput-ylMzN"
         *       ],
         *       "valid": true,
         *       "params": "None",
         *       "data": {
         *         "results": {},
         *         "outputs": {}
         *       },
         *       "timestamp": "2026-08-01T10:00:00.412345Z"
         *     }
         */
        VertexBuild: {
            /** @description Id of the component. */
            id: string | null;
            /** @description Components that will not run. */
            inactivated_vertices: string[] | null;
            /** @description Components that run next. */
            next_vertices_ids: string[] | null;
            /** @description The same, where a group stands for its members. */
            top_level_vertices: string[] | null;
            /** @description Whether it went well. */
            valid: boolean;
            /** @description The component's parameters as a text, or what went wrong. */
            params: unknown;
            data: components["schemas"]["VertexResult"];
            /** @description When. */
            timestamp: string | null;
        };
        /**
         * @description What a component has brought. Texts of more than 6000 characters end in `...`, and lists of more than 1000 elements are cut, unless the server is told otherwise.
         * @example {
         *       "results": {},
         *       "outputs": {},
         *       "logs": {},
         *       "message": {},
         *       "artifacts": {},
         *       "timedelta": 0.030412,
         *       "duration": "30 ms",
         *       "used_frozen_result": false,
         *       "token_usage": null
         *     }
         */
        VertexResult: {
            /** @description The outputs in full, by name. */
            results: {
                [key: string]: unknown;
            } | null;
            /** @description The outputs in short, by name. */
            outputs: {
                [key: string]: components["schemas"]["OutputValue"];
            } | null;
            /** @description What each output has logged. */
            logs?: {
                [key: string]: components["schemas"]["ComponentLog"][];
            } | null;
            /** @description The message of a chat component, in short. */
            message?: unknown;
            /** @description The same once more, in a form that depends on the component. */
            artifacts?: unknown;
            /** @description Seconds that it took. */
            timedelta?: number | null;
            /** @description The same in words, such as `123 ms`. */
            duration?: string | null;
            /** @description Whether an earlier result was used again. */
            used_frozen_result?: boolean | null;
            /** @description Tokens that a model has counted. */
            token_usage?: {
                [key: string]: unknown;
            } | null;
        };
        /**
         * @description What a component is within its flow.
         * @example {
         *       "component_id": "ChatOutput-ylMzN",
         *       "display_name": "Chat Output",
         *       "vertex_type": "ChatOutput",
         *       "output_types": [
         *         "Message"
         *       ],
         *       "is_output": true,
         *       "is_terminal": true
         *     }
         */
        OutputMeta: {
            /** @description Id of the component. */
            component_id: string;
            /** @description Its name. */
            display_name: string | null;
            /** @description Its type. */
            vertex_type: string | null;
            /** @description Types of its first output. */
            output_types: string[];
            /** @description Whether it is an output component. */
            is_output: boolean;
            /** @description Whether nothing follows it. */
            is_terminal: boolean;
        };
        /**
         * @description A component is done, well or not.
         * @example {
         *       "event": "end_vertex",
         *       "data": {
         *         "build_data": {
         *           "id": "ChatInput-Aa1Bb",
         *           "inactivated_vertices": [],
         *           "next_vertices_ids": [
         *             "ChatOutput-ylMzN"
         *           ],
         *           "top_level_vertices": [
         *             "ChatOutput-ylMzN"
         *           ],
         *           "valid": true,
         *           "params": "None",
         *           "data": {
         *             "results": {},
         *             "outputs": {}
         *           },
         *           "timestamp": "2026-08-01T10:00:00.412345Z"
         *         },
         *         "output_meta": {
         *           "component_id": "ChatInput-Aa1Bb",
         *           "display_name": "Chat Input",
         *           "vertex_type": "ChatInput",
         *           "output_types": [
         *             "Message"
         *           ],
         *           "is_output": false,
         *           "is_terminal": false
         *         }
         *       }
         *     }
         */
        WorkflowVertexEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "end_vertex";
            /** @description How it went. */
            data: {
                build_data: components["schemas"]["VertexBuild"];
                output_meta: components["schemas"]["OutputMeta"];
            };
        };
        /**
         * @description What a last component has brought, right after it is done; the same as in the result of a sync run.
         * @example {
         *       "event": "output",
         *       "data": {
         *         "component_id": "ChatOutput-ylMzN",
         *         "type": "message",
         *         "status": "completed",
         *         "display_name": "Chat Output",
         *         "content": "Hello",
         *         "metadata": {}
         *       }
         *     }
         */
        OutputEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "output";
            /** @description The output, and whose it is. */
            data: components["schemas"]["ComponentOutput"] & Record<string, unknown>;
        };
        /**
         * @description A component has failed, after which its `end_vertex` says so and the run goes on to its `end`; or the run itself has, and nothing follows. A reader who is 256 frames behind is
         *     told so by a text, too, and left.
         * @example {
         *       "event": "error",
         *       "data": {
         *         "error": "Workflow event stream exceeded buffering capacity; client is consuming events too slowly."
         *       }
         *     }
         */
        BuildErrorEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "error";
            /** @description A text, or a message that reports the fault. */
            data: components["schemas"]["RunFailure"] | components["schemas"]["FaultNotice"];
        };
        /**
         * @description A message that reports a fault, in full or in part.
         * @example {
         *       "category": "error",
         *       "text": "Rate limit reached for gpt-4o-mini\n",
         *       "content_blocks": []
         *     }
         */
        FaultNotice: {
            /**
             * @description By this, a report is to be known.
             * @constant
             */
            category: "error";
            /** @description What went wrong. */
            text: string;
            /** @description The fault, with its reason. */
            content_blocks?: components["schemas"]["ContentBlock"][];
        } & {
            [key: string]: unknown;
        };
        /**
         * @description The run waits for a person. The stream closes without an `end`.
         * @example {
         *       "event": "human_input_required",
         *       "data": {
         *         "request_id": "req-1",
         *         "prompt": "Send it?",
         *         "options": [],
         *         "allowed_decisions": [
         *           "approve",
         *           "reject"
         *         ]
         *       }
         *     }
         */
        HumanInputEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "human_input_required";
            data: components["schemas"]["HumanRequest"];
        };
        /**
         * @description The run was stopped.
         * @example {
         *       "event": "cancelled",
         *       "data": {
         *         "reason": "cancelled"
         *       }
         *     }
         */
        CancelledEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "cancelled";
            /** @description Why. */
            data: {
                /** @description Why. */
                reason: string;
            };
        };
        /**
         * @description The run has ended, well or with a failed component.
         * @example {
         *       "event": "end",
         *       "data": {
         *         "build_duration": 0.83
         *       }
         *     }
         */
        WorkflowEndEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "end";
            /** @description How long it took. */
            data: {
                /** @description Seconds that the components took. */
                build_duration: number;
            };
        };
        /**
         * @description A wish to run a flow as the editor does. Everything may be left out.
         * @example {
         *       "inputs": {
         *         "input_value": "Say hello.",
         *         "session": "chat-123"
         *       }
         *     }
         */
        BuildRequest: {
            /** @description The input. */
            inputs?: components["schemas"]["BuildInputs"] | null;
            /** @description A flow to run in place of the stored one. */
            data?: components["schemas"]["FlowData"] | null;
            /** @description Paths of uploaded files. */
            files?: string[] | null;
        };
        /**
         * @description The input of a build. Other fields are refused.
         * @example {
         *       "input_value": "Say hello.",
         *       "session": "chat-123"
         *     }
         */
        BuildInputs: {
            /**
             * @description Ids or names of the components that take it.
             * @default []
             */
            components?: string[] | null;
            /**
             * @description The input.
             * @default null
             */
            input_value?: string | null;
            /**
             * @description The session that messages belong to.
             * @default null
             */
            session?: string | null;
            /**
             * @description Which input components take it.
             * @default any
             * @enum {string|null}
             */
            type?: "chat" | "text" | "any" | null;
            /**
             * @description When the client asked, in milliseconds since 1970.
             * @default null
             */
            client_request_time?: number | null;
        };
        /**
         * @description A flow as the editor draws it.
         * @example {
         *       "nodes": [],
         *       "edges": [],
         *       "viewport": null
         *     }
         */
        FlowData: {
            /** @description The components. */
            nodes: Record<string, unknown>[];
            /** @description What connects them. */
            edges: Record<string, unknown>[];
            /**
             * @description Which part is in view.
             * @default null
             */
            viewport?: Record<string, unknown> | null;
        };
        /**
         * @description The job of a build.
         * @example {
         *       "job_id": "8f14e45f-ceea-467f-a0e6-7c2d1b9f3a55"
         *     }
         */
        BuildJob: {
            /**
             * Format: uuid
             * @description Id of the job.
             */
            job_id: string;
        };
        /**
         * @description How cancelling went.
         * @example {
         *       "success": true,
         *       "message": "Flow build cancelled successfully"
         *     }
         */
        BuildCancelled: {
            /** @description Whether the run is no longer under way. */
            success: boolean;
            /** @description The same, for people. */
            message: string;
        };
        /** @description One event of a build. */
        BuildStreamEvent: components["schemas"]["VerticesSortedEvent"] | components["schemas"]["BuildStartEvent"] | components["schemas"]["BuildEndEvent"] | components["schemas"]["AddMessageEvent"] | components["schemas"]["TokenEvent"] | components["schemas"]["RemoveMessageEvent"] | components["schemas"]["LogEvent"] | components["schemas"]["BuildVertexEvent"] | components["schemas"]["BuildErrorEvent"] | components["schemas"]["BuildFinishedEvent"];
        /**
         * @description A component is done, well or not.
         * @example {
         *       "event": "end_vertex",
         *       "data": {
         *         "build_data": {
         *           "id": "ChatInput-Aa1Bb",
         *           "inactivated_vertices": [],
         *           "next_vertices_ids": [
         *             "ChatOutput-ylMzN"
         *           ],
         *           "top_level_vertices": [
         *             "ChatOutput-ylMzN"
         *           ],
         *           "valid": true,
         *           "params": "None",
         *           "data": {
         *             "results": {},
         *             "outputs": {}
         *           },
         *           "timestamp": "2026-04-10T09:30:00.412345Z"
         *         }
         *       }
         *     }
         */
        BuildVertexEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "end_vertex";
            /** @description How it went. */
            data: {
                build_data: components["schemas"]["VertexBuild"];
                /** @description What the component is within its flow. */
                output_meta?: components["schemas"]["OutputMeta"];
            };
        };
        /**
         * @description The run has ended, well or with a failed component. No more polls are needed.
         * @example {
         *       "event": "end",
         *       "data": {
         *         "build_duration": 0.83
         *       }
         *     }
         */
        BuildFinishedEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "end";
            /** @description How long it took. */
            data: {
                /** @description Seconds that the components took. */
                build_duration?: number;
            };
        };
    };
    responses: {
        /** @description The key is missing or wrong, or the flow is another user's. A key is never refused with a 401. */
        KeyRefused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DetailText"];
            };
        };
        /** @description There are no credentials, or the key is wrong. */
        SessionRefused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DetailText"];
            };
        };
        /** @description The token is wrong or too old. Keys are refused with a 403. */
        TokenRefused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DetailText"];
            };
        };
        /** @description There is no such flow. */
        FlowNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DetailText"];
            };
        };
        /** @description There is no such job, or its events are gone. */
        BuildNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DetailText"];
            };
        };
        /** @description There is no such job, or it is another user's. */
        JobNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["WorkflowMissing"];
            };
        };
        /** @description The id of the job is no UUID, or is missing from a body. */
        JobIdNotValid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ValidationRefusal"];
            };
        };
        /** @description Too many requests. */
        RateLimited: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RateLimitRefusal"];
            };
        };
        /** @description The call is gone. This is its only answer to a good key. */
        Deprecated: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DetailText"];
            };
        };
        /** @description A fault of the server that nobody caught. */
        Uncaught: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ServerFault"];
            };
        };
        /** @description The server is not set up, since its first user is missing. */
        NoSuperuser: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DetailText"];
            };
        };
        /** @description A fault of the server. */
        WorkflowServerFault: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["WorkflowFault"] | components["schemas"]["ServerFault"];
            };
        };
    };
    parameters: {
        /** @description UUID of the flow, or its endpoint name, which has letters, digits, `-` and `_`. */
        FlowIdOrName: string;
        /** @description Anything; it is not looked at. */
        AnyFlowId: string;
        /** @description Id of the job, as the call that started it said. */
        BuildJobId: string;
    };
    requestBodies: never;
    headers: {
        /** @description Keeps caches away from the stream. Read in the source of 1.11; the documents do not speak of it. */
        NoCache: "no-cache";
        /** @description Asks a proxy not to hold the stream back; a proxy that understands it takes it out. */
        NoBuffering: "no";
        /** @description Seconds to wait. */
        RetryAfter: string;
    };
    pathItems: never;
}
/** A refusal told as a text. */
export type DetailText = components['schemas']['DetailText'];
/** A refusal of a request that cannot be read, with status 422. */
export type ValidationRefusal = components['schemas']['ValidationRefusal'];
/** One thing that is wrong with a request. Texts change between versions; compare `type` and `loc`. */
export type FieldProblem = components['schemas']['FieldProblem'];
/** A refusal of tweaks, with status 422. */
export type TweaksRefusal = components['schemas']['TweaksRefusal'];
/** A refusal of a caller who asks too often. */
export type RateLimitRefusal = components['schemas']['RateLimitRefusal'];
/** A fault that nobody caught, with status 500. It has no `detail`. */
export type ServerFault = components['schemas']['ServerFault'];
/** A failed run, with status 500. Its detail is JSON within a text. */
export type RunFault = components['schemas']['RunFault'];
/** What went wrong in a run. */
export type RunFaultDetail = components['schemas']['RunFaultDetail'];
/** What to run a flow with. Everything may be left out, and other fields are ignored, `message` among them. */
export type RunFields = components['schemas']['RunFields'];
/** A wish to run a flow, flat or as the server's own description has it, one level down in `input_request`. */
export type RunRequest = components['schemas']['RunRequest'];
/** Anything. It is handed on as a text. */
export type WebhookBody = components['schemas']['WebhookBody'];
/** The run has been started. Nothing here names it. */
export type WebhookStarted = components['schemas']['WebhookStarted'];
/** What a run has brought. */
export type RunResult = components['schemas']['RunResult'];
/** One input, and what came of it. */
export type RunOutput = components['schemas']['RunOutput'];
/** What one component has brought. */
export type ComponentResult = components['schemas']['ComponentResult'];
/** The outputs in full, by name. A chat output has `message`, a text output `text`; other components have names of their own. */
export type ComponentResults = components['schemas']['ComponentResults'];
/** One output in short. The answer of a chat component is either a text with the type `text` or a whole message with the type `message`. */
export type OutputValue = components['schemas']['OutputValue'];
/** Something that an output has logged. */
export type ComponentLog = components['schemas']['ComponentLog'];
/** A message as a chat component shows it. In messages of the machine single line ends are doubled. */
export type OutputMessage = components['schemas']['OutputMessage'];
/** Id of a message. */
export type MessageId = components['schemas']['MessageId'];
/** A time in UTC, in one of several forms. They differ by version, and within one message. */
export type MessageTime = components['schemas']['MessageTime'];
/** The component that a message comes from. */
export type MessageSource = components['schemas']['MessageSource'];
/** Tokens that a model has counted. */
export type TokenUsage = components['schemas']['TokenUsage'];
/** How a message is to be shown, and how far it is. */
export type MessageProperties = components['schemas']['MessageProperties'];
/** What every form of a message has. */
export type FlatMessage = components['schemas']['FlatMessage'];
/** The copy of a message within itself. Of a result, the id of the message stands here only. */
export type MessageData = components['schemas']['MessageData'];
/** A message in full, as the results of a run hold it. Its times may be of two forms. */
export type ChatMessage = components['schemas']['ChatMessage'];
/** A message as events hold it, with its id. It is either flat or a message in full, whose outer fields are the same; read only those. */
export type StreamedMessage = components['schemas']['StreamedMessage'];
/** Things that belong together, under a title. */
export type ContentBlock = components['schemas']['ContentBlock'];
/** One thing in a block. */
export type ContentItem = components['schemas']['ContentItem'];
/** What stands above a thing. */
export type ContentHeader = components['schemas']['ContentHeader'];
/** A text. */
export type TextContent = components['schemas']['TextContent'];
/** The use of a tool. It is sent before the tool has answered, and again afterwards. */
export type ToolUseContent = components['schemas']['ToolUseContent'];
/** A fault of a component. */
export type FaultContent = components['schemas']['FaultContent'];
/** Pictures, sounds or films. */
export type MediaContent = components['schemas']['MediaContent'];
/** A value. */
export type JsonContent = components['schemas']['JsonContent'];
/** A piece of a program. */
export type CodeContent = components['schemas']['CodeContent'];
/** One event of a streamed run. */
export type RunStreamEvent = components['schemas']['RunStreamEvent'];
/** A message, or a message once more: the same id means that text and blocks replace what came before. A streamed message is announced with its first piece of text, which its first token repeats; after the last token it comes again, whole, from the model and once more from the chat output. */
export type AddMessageEvent = components['schemas']['AddMessageEvent'];
/** A piece of the text of a message that was announced. All pieces together are the text. */
export type TokenEvent = components['schemas']['TokenEvent'];
/** An agent begins to use a component as a tool. Other components do not report themselves here. */
export type ToolStartEvent = components['schemas']['ToolStartEvent'];
/** The component that was used as a tool is done. */
export type ToolEndEvent = components['schemas']['ToolEndEvent'];
/** Something that a component has logged. */
export type LogEvent = components['schemas']['LogEvent'];
/** Something failed. A component that fails is reported by a message of the category `error`, and then the run itself by a text; a fault outside of components by the text alone. No `end` follows. */
export type RunErrorEvent = components['schemas']['RunErrorEvent'];
/** A message by which a component reports a fault. The name of the component is its sender, and its `error` is false all the same. */
export type ComponentFault = components['schemas']['ComponentFault'];
/** The text of a fault that has ended the run. */
export type RunFailure = components['schemas']['RunFailure'];
/** The run has ended well. Always the last event. */
export type RunEndEvent = components['schemas']['RunEndEvent'];
/** Says that the server listens. */
export type Health = components['schemas']['Health'];
/** Says that every part works. */
export type HealthReport = components['schemas']['HealthReport'];
/** Says which part does not work. */
export type HealthFault = components['schemas']['HealthFault'];
/** The release that runs. */
export type VersionInfo = components['schemas']['VersionInfo'];
/** A wish to run a workflow. Other fields are refused. */
export type WorkflowRequest = components['schemas']['WorkflowRequest'];
/** How far a run is. `suspended` means that it waits for a person. */
export type JobStatus = components['schemas']['JobStatus'];
/** Id of the run, and of its job. */
export type JobId = components['schemas']['JobId'];
/** When this answer was made. It is another one in each answer about the same job. */
export type CreatedTime = components['schemas']['CreatedTime'];
/** A result or a job, told apart by `object`. */
export type WorkflowAnswer = components['schemas']['WorkflowAnswer'];
/** What a run has brought. A run whose component failed has the status `failed`, no outputs and one error. */
export type WorkflowResult = components['schemas']['WorkflowResult'];
/** A job that has not completed. */
export type WorkflowJob = components['schemas']['WorkflowJob'];
/** Where to go on, as paths. */
export type JobLinks = components['schemas']['JobLinks'];
/** The answer of a run, and why there is one or none. */
export type WorkflowOutput = components['schemas']['WorkflowOutput'];
/** What one component has brought. */
export type ComponentOutput = components['schemas']['ComponentOutput'];
/** A fault in a run. */
export type WorkflowError = components['schemas']['WorkflowError'];
/** What a person is asked. */
export type HumanRequest = components['schemas']['HumanRequest'];
/** What is wrong. */
export type WorkflowProblem = components['schemas']['WorkflowProblem'];
/** A refusal told as an object. */
export type WorkflowRefusal = components['schemas']['WorkflowRefusal'];
/** A refusal with status 404, bare where the server also serves its editor and wrapped in `detail` otherwise. */
export type WorkflowMissing = components['schemas']['WorkflowMissing'];
/** A run that took too long, with status 408. */
export type WorkflowTimeout = components['schemas']['WorkflowTimeout'];
/** A job that has failed, with status 500. To whoever polls, this is a result. */
export type WorkflowJobFailed = components['schemas']['WorkflowJobFailed'];
/** A fault of the server, with status 500. */
export type WorkflowFault = components['schemas']['WorkflowFault'];
/** Which job to stop. */
export type WorkflowStopRequest = components['schemas']['WorkflowStopRequest'];
/** How stopping went. */
export type WorkflowStopped = components['schemas']['WorkflowStopped'];
/** One frame of the stream. Its data comes before its id, and it has no name. */
export type WorkflowStreamFrame = components['schemas']['WorkflowStreamFrame'];
/** One event of a workflow. */
export type WorkflowStreamEvent = components['schemas']['WorkflowStreamEvent'];
/** Which components will run. The first event of a run. */
export type VerticesSortedEvent = components['schemas']['VerticesSortedEvent'];
/** The run begins; with an id, a component begins to be used as a tool. */
export type BuildStartEvent = components['schemas']['BuildStartEvent'];
/** A component that was used as a tool is done. */
export type BuildEndEvent = components['schemas']['BuildEndEvent'];
/** A message is to be forgotten. */
export type RemoveMessageEvent = components['schemas']['RemoveMessageEvent'];
/** How the build of a component went. */
export type VertexBuild = components['schemas']['VertexBuild'];
/** What a component has brought. Texts of more than 6000 characters end in `...`, and lists of more than 1000 elements are cut, unless the server is told otherwise. */
export type VertexResult = components['schemas']['VertexResult'];
/** What a component is within its flow. */
export type OutputMeta = components['schemas']['OutputMeta'];
/** A component is done, well or not. */
export type WorkflowVertexEvent = components['schemas']['WorkflowVertexEvent'];
/** What a last component has brought, right after it is done; the same as in the result of a sync run. */
export type OutputEvent = components['schemas']['OutputEvent'];
/** A component has failed, after which its `end_vertex` says so and the run goes on to its `end`; or the run itself has, and nothing follows. A reader who is 256 frames behind is told so by a text, too, and left. */
export type BuildErrorEvent = components['schemas']['BuildErrorEvent'];
/** A message that reports a fault, in full or in part. */
export type FaultNotice = components['schemas']['FaultNotice'];
/** The run waits for a person. The stream closes without an `end`. */
export type HumanInputEvent = components['schemas']['HumanInputEvent'];
/** The run was stopped. */
export type CancelledEvent = components['schemas']['CancelledEvent'];
/** The run has ended, well or with a failed component. */
export type WorkflowEndEvent = components['schemas']['WorkflowEndEvent'];
/** A wish to run a flow as the editor does. Everything may be left out. */
export type BuildRequest = components['schemas']['BuildRequest'];
/** The input of a build. Other fields are refused. */
export type BuildInputs = components['schemas']['BuildInputs'];
/** A flow as the editor draws it. */
export type FlowData = components['schemas']['FlowData'];
/** The job of a build. */
export type BuildJob = components['schemas']['BuildJob'];
/** How cancelling went. */
export type BuildCancelled = components['schemas']['BuildCancelled'];
/** One event of a build. */
export type BuildStreamEvent = components['schemas']['BuildStreamEvent'];
/** A component is done, well or not. */
export type BuildVertexEvent = components['schemas']['BuildVertexEvent'];
/** The run has ended, well or with a failed component. No more polls are needed. */
export type BuildFinishedEvent = components['schemas']['BuildFinishedEvent'];
export type ResponseKeyRefused = components['responses']['KeyRefused'];
export type ResponseSessionRefused = components['responses']['SessionRefused'];
export type ResponseTokenRefused = components['responses']['TokenRefused'];
export type ResponseFlowNotFound = components['responses']['FlowNotFound'];
export type ResponseBuildNotFound = components['responses']['BuildNotFound'];
export type ResponseJobNotFound = components['responses']['JobNotFound'];
export type ResponseJobIdNotValid = components['responses']['JobIdNotValid'];
export type ResponseRateLimited = components['responses']['RateLimited'];
export type ResponseDeprecated = components['responses']['Deprecated'];
export type ResponseUncaught = components['responses']['Uncaught'];
export type ResponseNoSuperuser = components['responses']['NoSuperuser'];
export type ResponseWorkflowServerFault = components['responses']['WorkflowServerFault'];
export type ParameterFlowIdOrName = components['parameters']['FlowIdOrName'];
export type ParameterAnyFlowId = components['parameters']['AnyFlowId'];
export type ParameterBuildJobId = components['parameters']['BuildJobId'];
export type HeaderNoCache = components['headers']['NoCache'];
export type HeaderNoBuffering = components['headers']['NoBuffering'];
export type HeaderRetryAfter = components['headers']['RetryAfter'];
/** Definitions of the document outside its components. */
export type $defs = Record<string, never>;
/** Every operation by its id. */
export interface operations {
    runFlow: {
        parameters: {
            query?: {
                /** @description Whether to answer with the events of the run. Also taken, in any case of letters, are `1`, `on`, `yes`, `0`, `off` and `no`. */
                stream?: boolean;
            };
            header?: never;
            path: {
                /** @description UUID of the flow, or its endpoint name, which has letters, digits, `-` and `_`. */
                flow_id_or_name: components["parameters"]["FlowIdOrName"];
            };
            cookie?: never;
        };
        /** @description The input, and how to run. Without a body the flow runs with all defaults. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RunRequest"];
            };
        };
        responses: {
            /** @description The run has ended (JSON), or its events follow (stream). */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunResult"];
                    "text/event-stream": EventStreamOf<components["schemas"]["RunStreamEvent"]>;
                };
            };
            /** @description A tweak sets the input that the body sets as well, or the run met a malformed UUID. From 1.12 on also a flow that waits for a person. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DetailText"];
                };
            };
            403: components["responses"]["KeyRefused"];
            /** @description There is no such flow, or the text of a fault within the run says that something was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DetailText"];
                };
            };
            /** @description Broken JSON, a value that cannot be read, or (from 1.12) a tweak that is not allowed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationRefusal"] | components["schemas"]["TweaksRefusal"];
                };
            };
            429: components["responses"]["RateLimited"];
            /** @description The run failed, or the server did. With `stream`, a failed run is an `error` event and no 500. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunFault"] | components["schemas"]["ServerFault"];
                };
            };
            503: components["responses"]["NoSuperuser"];
        };
    };
    triggerWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUID of the flow, or its endpoint name, which has letters, digits, `-` and `_`. */
                flow_id_or_name: components["parameters"]["FlowIdOrName"];
            };
            cookie?: never;
        };
        /** @description Any text in UTF-8. Its content type does not matter. */
        requestBody: {
            content: {
                "*/*": components["schemas"]["WebhookBody"];
            };
        };
        responses: {
            /** @description The run has been started. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookStarted"];
                };
            };
            /** @description There is no body. From 1.12 on also a flow that waits for a person. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DetailText"];
                };
            };
            /** @description The server wants a key for webhooks, and this one is missing, wrong or somebody else's. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DetailText"];
                };
            };
            404: components["responses"]["FlowNotFound"];
            429: components["responses"]["RateLimited"];
            /** @description The run could not be set up, for instance since the body is no UTF-8. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DetailText"] | components["schemas"]["ServerFault"];
                };
            };
        };
    };
    processFlow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Anything; it is not looked at. */
                flow_id: components["parameters"]["AnyFlowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Deprecated"];
            403: components["responses"]["KeyRefused"];
            500: components["responses"]["Uncaught"];
            503: components["responses"]["NoSuperuser"];
        };
    };
    predictFlow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Anything; it is not looked at. */
                flow_id: components["parameters"]["AnyFlowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["Deprecated"];
            403: components["responses"]["KeyRefused"];
            500: components["responses"]["Uncaught"];
            503: components["responses"]["NoSuperuser"];
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It listens. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
    checkHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everything works. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthReport"];
                };
            };
            /** @description Something does not work. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthFault"];
                };
            };
        };
    };
    getVersion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionInfo"];
                };
            };
        };
    };
    getWorkflowJob: {
        parameters: {
            query: {
                /** @description Id of the job. The server's own description calls it optional, but refuses to do without. */
                job_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job as it stands, or its result. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowAnswer"];
                };
            };
            /** @description The job is not named. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong. */
                        detail: components["schemas"]["WorkflowProblem"] & {
                            /**
                             * @description The code.
                             * @constant
                             */
                            code?: "MISSING_PARAMETER";
                        };
                    };
                };
            };
            401: components["responses"]["TokenRefused"];
            403: components["responses"]["SessionRefused"];
            404: components["responses"]["JobNotFound"];
            /** @description The job ran out of time. This is its last state. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowTimeout"];
                };
            };
            422: components["responses"]["JobIdNotValid"];
            /** @description The job has failed, which is its last state, or the server has. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowJobFailed"] | components["schemas"]["WorkflowFault"] | components["schemas"]["ServerFault"];
                };
            };
        };
    };
    runWorkflow: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The flow, its input, and how to run it. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkflowRequest"];
            };
        };
        responses: {
            /** @description The result (`sync`), the job (`background`), or the events (`stream`). */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["NoCache"];
                    "X-Accel-Buffering": components["headers"]["NoBuffering"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowAnswer"];
                    "text/event-stream": EventStreamOf<components["schemas"]["WorkflowStreamEvent"]>;
                };
            };
            /** @description The flow's data cannot be run. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong. */
                        detail: components["schemas"]["WorkflowProblem"] & {
                            /**
                             * @description The code.
                             * @constant
                             */
                            code?: "INVALID_FLOW_DATA";
                        };
                    } | components["schemas"]["DetailText"];
                };
            };
            401: components["responses"]["TokenRefused"];
            /** @description The credentials are missing or wrong, or do not allow running this flow. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DetailText"] | components["schemas"]["WorkflowRefusal"];
                };
            };
            /** @description There is no such flow. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowMissing"];
                };
            };
            /** @description A sync run took too long, 300 seconds unless the server is told otherwise. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowTimeout"];
                };
            };
            /** @description A job with this idempotency key is under way. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong. */
                        detail: components["schemas"]["WorkflowProblem"] & {
                            /**
                             * @description The code.
                             * @constant
                             */
                            code?: "DUPLICATE_REQUEST";
                        };
                    };
                };
            };
            /** @description The body is not valid (a list), or its fields do not go together (an object). */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationRefusal"] | {
                        /** @description What is wrong. */
                        detail: components["schemas"]["WorkflowProblem"] & {
                            /**
                             * @description The code.
                             * @enum {unknown}
                             */
                            code?: "UNKNOWN_STREAM_PROTOCOL" | "SYNC_MODE_UNSUPPORTED_FIELDS" | "MODE_UNSUPPORTED_FIELDS" | "UNKNOWN_OUTPUT_IDS" | "TWEAKS_REFUSED";
                        };
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["WorkflowServerFault"];
            /** @description The database, the queue or another part of the server cannot be used at the moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong. */
                        detail: components["schemas"]["WorkflowProblem"] & {
                            /**
                             * @description The code.
                             * @enum {unknown}
                             */
                            code?: "DATABASE_ERROR" | "QUEUE_SERVICE_UNAVAILABLE" | "SERVICE_BUSY" | "REQUEST_OVERRIDES_UNAVAILABLE";
                        };
                    };
                };
            };
        };
    };
    stopWorkflowJob: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Which job. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkflowStopRequest"];
            };
        };
        responses: {
            /** @description The job is stopped, or had ended. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowStopped"];
                };
            };
            401: components["responses"]["TokenRefused"];
            403: components["responses"]["SessionRefused"];
            404: components["responses"]["JobNotFound"];
            /** @description The job belongs to a sync or streamed run, which cannot be stopped from here. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong. */
                        detail: components["schemas"]["WorkflowProblem"] & {
                            /**
                             * @description The code.
                             * @constant
                             */
                            code?: "JOB_NOT_CANCELLABLE";
                        };
                    };
                };
            };
            422: components["responses"]["JobIdNotValid"];
            500: components["responses"]["WorkflowServerFault"];
        };
    };
    streamWorkflowJobEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `id` of the last event that was seen. Anything but a number means from the beginning. */
                "Last-Event-ID"?: string;
            };
            path: {
                /** @description Id of the job. One that is no UUID is not known either. */
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events follow. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["NoCache"];
                    "X-Accel-Buffering": components["headers"]["NoBuffering"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": EventStreamOf<components["schemas"]["WorkflowStreamEvent"]>;
                };
            };
            401: components["responses"]["TokenRefused"];
            403: components["responses"]["SessionRefused"];
            404: components["responses"]["JobNotFound"];
            500: components["responses"]["WorkflowServerFault"];
        };
    };
    buildFlow: {
        parameters: {
            query?: {
                /** @description Whether the events will be polled, will be streamed from their own path, or are the answer to this call. */
                event_delivery?: "polling" | "streaming" | "direct";
                /** @description Component after which to stop. */
                stop_component_id?: string;
                /** @description Component to begin with. */
                start_component_id?: string;
                /** @description Whether to keep a record of each component's build. */
                log_builds?: boolean;
                /** @description Name under which the run is traced. */
                flow_name?: string;
            };
            header?: never;
            path: {
                /** @description UUID of the flow. Names are not taken. */
                flow_id: string;
            };
            cookie?: never;
        };
        /** @description The input, and a flow to run in place of the stored one. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["BuildRequest"];
            };
        };
        responses: {
            /** @description The job (JSON), or with the delivery `direct` its events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BuildJob"];
                    "application/x-ndjson": EventStreamOf<components["schemas"]["BuildStreamEvent"]>;
                };
            };
            401: components["responses"]["TokenRefused"];
            403: components["responses"]["SessionRefused"];
            /** @description There is no such flow. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DetailText"];
                };
            };
            /** @description The flow's id is no UUID, or the body or a parameter cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationRefusal"];
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Uncaught"];
        };
    };
    streamBuildEvents: {
        parameters: {
            query?: {
                /** @description Whether to hand out the events as they come, or those that wait. `direct` is the same as `streaming`. */
                event_delivery?: "polling" | "streaming" | "direct";
            };
            header?: never;
            path: {
                /** @description Id of the job, as the call that started it said. */
                job_id: components["parameters"]["BuildJobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events of the run, or those that were waiting. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": EventStreamOf<components["schemas"]["BuildStreamEvent"]>;
                };
            };
            401: components["responses"]["TokenRefused"];
            403: components["responses"]["SessionRefused"];
            404: components["responses"]["BuildNotFound"];
            /** @description The delivery is not one of the three. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationRefusal"];
                };
            };
            /** @description The poll was cancelled while it waited. */
            499: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DetailText"];
                };
            };
            /** @description The events could not be handed out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DetailText"] | components["schemas"]["ServerFault"];
                };
            };
        };
    };
    cancelBuild: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the job, as the call that started it said. */
                job_id: components["parameters"]["BuildJobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether the run was cancelled. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BuildCancelled"];
                };
            };
            401: components["responses"]["TokenRefused"];
            403: components["responses"]["SessionRefused"];
            404: components["responses"]["BuildNotFound"];
            /** @description The run could not be cancelled. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DetailText"] | components["schemas"]["ServerFault"];
                };
            };
        };
    };
}

/** Every event that a stream of this API may carry; `switch` on its name to narrow it. */
export type StreamEvent = RunStreamEvent | WorkflowStreamEvent | BuildStreamEvent

/** Reads a stream of this API as it arrives: `for await (const event of readEvents(response))`. */
export const readEvents: ReadEvents<StreamEvent> = createEventReader<StreamEvent>("json-blank-line", "sse")

/** Reads a stream of `RunStreamEvent`. */
export const readRunEvents: ReadEvents<RunStreamEvent> = createEventReader<RunStreamEvent>("json-blank-line")

/** Reads a stream of `WorkflowStreamEvent`. */
export const readWorkflowEvents: ReadEvents<WorkflowStreamEvent> = createEventReader<WorkflowStreamEvent>("sse")

/** Reads a stream of `BuildStreamEvent`. */
export const readBuildEvents: ReadEvents<BuildStreamEvent> = createEventReader<BuildStreamEvent>("json-blank-line")
