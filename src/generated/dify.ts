// Generated from openapi/dify.yaml by `npm run types`. Do not edit: change that file.
import type { EventStreamOf } from '../wire/event-stream.ts'
import { createEventReader, type ReadEvents } from '../wire/read-events.ts'

/** Every path with its operations: what `openapi-fetch` and its like take. */
export interface paths {
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask whether the API is there
         * @description Says which server answers. Needs no key.
         */
        get: operations["getWelcome"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workflows/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run the published workflow
         * @description Runs the version that is published now. `blocking` answers when the run has ended or waits for a person; `streaming` answers at once with
         *     its events. A run that fails is still a 200. Broken inputs are a 400 in blocking mode, but in streaming mode an `error` event after the 200.
         */
        post: operations["runWorkflow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workflows/{workflow_id}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run one published version of the workflow
         * @description Like running the published workflow, but a given version of it. Drafts cannot be run this way.
         */
        post: operations["runWorkflowById"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workflows/run/{workflow_run_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one run
         * @description The record of a run, which exists from about the time of its `workflow_started` event; a 404 before that. Totals, outputs and duration stay
         *     empty or 0 until the run ends (totals until it pauses). Takes no user.
         */
        get: operations["getWorkflowRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workflows/tasks/{task_id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask a run to stop
         * @description Leaves the wish to stop and answers at once; the run ends within about two seconds, or when its present node does. The answer is the same for every id: known or
         *     not, running or ended. Only a streaming caller learns the task id in time.
         */
        post: operations["stopWorkflowTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workflow/{workflow_run_id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow a run that is under way
         * @description Re-attaches to the events of a run. A run that has ended is answered by its `workflow_finished` event alone. Otherwise the stream begins with a ping, then what has
         *     happened so far if asked for, then the live events; without the snapshot, what was sent while nobody listened is lost. The stream ends with `workflow_finished`,
         *     with `workflow_paused` unless told to go on, or after 300 seconds without any message.
         */
        get: operations["streamWorkflowEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workflows/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List runs, newest first
         * @description One page of the app's history. A run is listed from its start, so runs that are still under way are there too.
         */
        get: operations["listWorkflowLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/form/human_input/{form_token}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Token of the form, from `human_input_required`. */
                form_token: components["parameters"]["FormToken"];
            };
            cookie?: never;
        };
        /**
         * Read a form that a run waits for
         * @description The form behind a token, to show it to a person. Takes no user.
         */
        get: operations["getHumanInputForm"];
        put?: never;
        /**
         * Answer a form
         * @description Hands in the answer and lets the run go on. The run goes on by itself; follow it with the events operation.
         */
        post: operations["submitHumanInputForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/files/upload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload one file
         * @description Stores one file for later runs of the same user. Largest sizes by kind of extension: image 10 MB, audio 50 MB, video 100 MB, everything else 15 MB; an operator can
         *     change them and can forbid extensions.
         */
        post: operations["uploadFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/files/{file_id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download a file of a message
         * @description The bytes of a file that is attached to a chat message of this app. Files of workflow runs are attached to no message, so for a workflow app the answer is always a 404.
         */
        get: operations["previewFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/end-users/{end_user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Resolve the id of an end user
         * @description The record behind an id such as `created_by` of an upload.
         */
        get: operations["getEndUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what the app is
         * @description Name, description, tags and mode of the app behind the key.
         */
        get: operations["getAppInfo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/parameters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read which inputs the app takes
         * @description The form of the start node, the switches of the app, and the limits for files.
         */
        get: operations["getAppParameters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/meta": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the icons of the app's tools
         * @description Icons by the name of the tool; none when the workflow has no tool nodes.
         */
        get: operations["getAppMeta"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/site": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how the app's web page looks
         * @description Title, icon, colours and texts of the app's own page.
         */
        get: operations["getAppSite"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audio-to-text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Turn speech into text
         * @description Transcribes one recording with the speech model of the workspace. Up to 30 MB.
         */
        post: operations["audioToText"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/text-to-audio": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Turn text into speech
         * @description Speaks a text, or the answer of a chat message, with the speech model of the workspace.
         */
        post: operations["textToAudio"];
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
         * @description What every refusal in JSON looks like.
         * @example {
         *       "code": "invalid_param",
         *       "message": "Arg user must be provided.",
         *       "status": 400
         *     }
         */
        ApiError: {
            /** @description Name of the error, to compare with. */
            code: string;
            /** @description What went wrong, for people. */
            message: string;
            /** @description The HTTP status. */
            status: number;
            /** @description Which parameter is meant; only with errors that are told by parameter. */
            params?: unknown;
        };
        /**
         * @description A refusal to start a run, with status 400.
         * @example {
         *       "code": "invalid_param",
         *       "message": "Arg user must be provided.",
         *       "status": 400
         *     }
         */
        RunRefusedError: components["schemas"]["ApiError"] & {
            /**
             * @description What is wrong.
             * @enum {unknown}
             */
            code: "invalid_param" | "bad_request" | "not_workflow_app" | "provider_not_initialize" | "provider_quota_exceeded" | "model_currently_not_support" | "completion_request_error";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 400;
        };
        /**
         * @description A refusal of parameters, with status 400.
         * @example {
         *       "code": "invalid_param",
         *       "message": "Arg user must be provided.",
         *       "status": 400
         *     }
         */
        InvalidParamError: components["schemas"]["ApiError"] & {
            /**
             * @description A parameter is not valid.
             * @constant
             */
            code: "invalid_param";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 400;
        };
        /**
         * @description A refusal with status 401.
         * @example {
         *       "code": "unauthorized",
         *       "message": "Access token is invalid",
         *       "status": 401
         *     }
         */
        UnauthorizedError: components["schemas"]["ApiError"] & {
            /**
             * @description The key is missing or wrong.
             * @constant
             */
            code: "unauthorized";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 401;
        };
        /**
         * @description A refusal with status 403.
         * @example {
         *       "code": "forbidden",
         *       "message": "The app no longer exists.",
         *       "status": 403
         *     }
         */
        ForbiddenError: components["schemas"]["ApiError"] & {
            /**
             * @description The app cannot be used.
             * @constant
             */
            code: "forbidden";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 403;
        };
        /**
         * @description A refusal with status 404.
         * @example {
         *       "code": "not_found",
         *       "message": "Workflow run not found.",
         *       "status": 404
         *     }
         */
        NotFoundError: components["schemas"]["ApiError"] & {
            /**
             * @description There is no such thing.
             * @constant
             */
            code: "not_found";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 404;
        };
        /**
         * @description A failure of the server, with status 500.
         * @example {
         *       "code": "unknown",
         *       "message": "Internal Server Error",
         *       "status": 500
         *     }
         */
        ServerFaultError: components["schemas"]["ApiError"] & {
            /**
             * @description How the failure was caught; both say the same.
             * @enum {unknown}
             */
            code: "unknown" | "internal_server_error";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 500;
        };
        /**
         * @description A page for people, in HTML.
         * @example <h1>Not Found</h1>
         */
        HtmlPage: string;
        /**
         * Format: uuid
         * @description Id of the task, by which a run is stopped.
         * @example c3800678-a077-43df-a102-53f23ed20b88
         */
        TaskId: string;
        /**
         * Format: uuid
         * @description Id of the run.
         * @example 0b6f3c1e-8f5d-4a7b-9c2e-1d4f5a6b7c80
         */
        RunId: string;
        /**
         * Format: uuid
         * @description Id of the version of the workflow that runs.
         * @example 7c3e33d4-2a8b-4e5f-9b1a-d3c6e8f12345
         */
        VersionId: string;
        /**
         * Format: uuid
         * @description Id of one execution of a node; the same in all its events.
         * @example 2d7b41aa-93c0-4f0e-b6a1-77c2e5d80f21
         */
        NodeExecutionId: string;
        /**
         * @description Id of a node in the graph, mostly thirteen digits. An iteration runs the same node several times.
         * @example 1784600000002
         */
        NodeId: string;
        /**
         * @description Kind of the node, such as `start`, `llm`, `tool`, `code`, `http-request`, `if-else`, `human-input` or `end`. More can be added.
         * @example llm
         */
        NodeType: string;
        /**
         * @description Name of the node, as its author gave it.
         * @example Writer
         */
        NodeTitle: string;
        /**
         * @description A time in whole seconds since 1970.
         * @example 1784700000
         */
        UnixTime: number;
        /**
         * @description A duration in seconds.
         * @example 0.925417
         */
        Seconds: number;
        /**
         * @description Values by name.
         * @example {
         *       "topic": "tides"
         *     }
         */
        Values: {
            [key: string]: unknown;
        };
        /**
         * @description Values by name, if there are any to show.
         * @example {
         *       "topic": "tides"
         *     }
         */
        OptionalValues: {
            [key: string]: unknown;
        } | null;
        /**
         * @description What the end nodes hand out, by name; empty when there is nothing.
         * @example {
         *       "summary": "Tides rise because the Moon pulls on the sea."
         *     }
         */
        RunOutputs: {
            [key: string]: unknown;
        } | null;
        /**
         * @description Kind of a file.
         * @example document
         * @enum {string}
         */
        FileType: "image" | "document" | "audio" | "video" | "custom";
        /**
         * @description A wish to run the workflow. Other fields are ignored.
         * @example {
         *       "inputs": {
         *         "topic": "tides"
         *       },
         *       "response_mode": "streaming",
         *       "user": "user-42"
         *     }
         */
        RunRequest: {
            /** @description Values of the start node's variables, by name. A `file` variable takes one file, a `file-list` variable an array of them. */
            inputs: {
                [key: string]: unknown;
            };
            /** @description On whose behalf the run is made; any name the caller likes. */
            user: string;
            /**
             * @description Whether to wait for the end, or to be told events as they happen.
             * @default blocking
             * @enum {string|null}
             */
            response_mode?: "blocking" | "streaming" | null;
            /** @description Files of the run as a whole; an older way beside file variables. */
            files?: components["schemas"]["FileInput"][] | null;
            /** @description The same as the header `X-Trace-Id`. */
            trace_id?: string;
            /** @description The same as the header `X-Trace-Session-Id`. */
            trace_session_id?: string;
        };
        /**
         * @description A file given to a run.
         * @example {
         *       "type": "image",
         *       "transfer_method": "remote_url",
         *       "url": "https://files.flows.test/moon.png"
         *     }
         */
        FileInput: components["schemas"]["RemoteFileInput"] | components["schemas"]["LocalFileInput"];
        /**
         * @description A file that the server shall fetch.
         * @example {
         *       "type": "image",
         *       "transfer_method": "remote_url",
         *       "url": "https://files.flows.test/moon.png"
         *     }
         */
        RemoteFileInput: {
            type: components["schemas"]["FileType"];
            /**
             * @description It lies elsewhere. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            transfer_method: "remote_url";
            /** @description Where it lies. */
            url: string;
        };
        /**
         * @description A file that was uploaded before, by the same user.
         * @example {
         *       "type": "document",
         *       "transfer_method": "local_file",
         *       "upload_file_id": "2f7d6c58-1b3e-4a90-8d42-60e9c5b7a1f3"
         *     }
         */
        LocalFileInput: {
            type: components["schemas"]["FileType"];
            /**
             * @description It was uploaded. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            transfer_method: "local_file";
            /**
             * Format: uuid
             * @description The `id` that the upload was answered with.
             */
            upload_file_id: string;
        };
        /**
         * @description Who wants the run to stop.
         * @example {
         *       "user": "user-42"
         *     }
         */
        StopRequest: {
            /** @description Any user; it need not be the one that started the run. */
            user: string;
        };
        /**
         * @description What a person answered.
         * @example {
         *       "inputs": {
         *         "comment": "Well said"
         *       },
         *       "action": "approve",
         *       "user": "user-42"
         *     }
         */
        FormAnswerRequest: {
            /** @description Values of the fields, by their output variable. */
            inputs: {
                [key: string]: unknown;
            };
            /** @description The `id` of the action that was chosen. */
            action: string;
            /** @description On whose behalf the form is answered. */
            user: string;
        };
        /**
         * @description A form with one file.
         * @example {
         *       "file": "The sea rises twice a day.",
         *       "user": "user-42"
         *     }
         */
        FileUpload: {
            /**
             * Format: binary
             * @description The file.
             */
            file: Blob;
            /** @description On whose behalf it is uploaded; a shared user when missing. */
            user?: string;
        };
        /**
         * @description A form with one recording.
         * @example {
         *       "file": "RIFF",
         *       "user": "user-42"
         *     }
         */
        AudioUpload: {
            /**
             * Format: binary
             * @description The recording.
             */
            file: Blob;
            /** @description On whose behalf it is transcribed; a shared user when missing. */
            user?: string;
        };
        /**
         * @description What to say, as a text or as the answer of a chat message.
         * @example {
         *       "text": "Tides rise because the Moon pulls on the sea.",
         *       "user": "user-42"
         *     }
         */
        SpeechRequest: {
            /** @description Message whose answer is spoken; goes before `text`. */
            message_id?: string;
            /** @description The text to speak. */
            text?: string;
            /** @description The voice, as the model's provider names it. */
            voice?: string;
            /** @description Whether the recording shall be sent as it is made. */
            streaming?: boolean;
            /** @description On whose behalf it is spoken; a shared user when missing. */
            user?: string;
        };
        /**
         * @description How a run stands. `scheduled` is defined and not used.
         * @example succeeded
         * @enum {string}
         */
        RunStatus: "scheduled" | "running" | "paused" | "succeeded" | "failed" | "partial-succeeded" | "stopped";
        /**
         * @description A run that was waited for.
         * @example {
         *       "task_id": "c3800678-a077-43df-a102-53f23ed20b88",
         *       "workflow_run_id": "0b6f3c1e-8f5d-4a7b-9c2e-1d4f5a6b7c80",
         *       "data": {
         *         "id": "0b6f3c1e-8f5d-4a7b-9c2e-1d4f5a6b7c80",
         *         "workflow_id": "7c3e33d4-2a8b-4e5f-9b1a-d3c6e8f12345",
         *         "status": "succeeded",
         *         "outputs": {
         *           "summary": "Tides rise because the Moon pulls on the sea."
         *         },
         *         "error": null,
         *         "elapsed_time": 0.976204,
         *         "total_tokens": 43,
         *         "total_steps": 3,
         *         "created_at": 1784700000,
         *         "finished_at": 1784700001
         *       }
         *     }
         */
        BlockingRun: {
            task_id: components["schemas"]["TaskId"];
            workflow_run_id: components["schemas"]["RunId"];
            data: components["schemas"]["BlockingRunData"];
        };
        /**
         * @description How the run ended, or what it waits for.
         * @example {
         *       "id": "0b6f3c1e-8f5d-4a7b-9c2e-1d4f5a6b7c80",
         *       "workflow_id": "7c3e33d4-2a8b-4e5f-9b1a-d3c6e8f12345",
         *       "status": "succeeded",
         *       "outputs": {
         *         "summary": "Tides rise because the Moon pulls on the sea."
         *       },
         *       "error": null,
         *       "elapsed_time": 0.976204,
         *       "total_tokens": 43,
         *       "total_steps": 3,
         *       "created_at": 1784700000,
         *       "finished_at": 1784700001
         *     }
         */
        BlockingRunData: {
            id: components["schemas"]["RunId"];
            workflow_id: components["schemas"]["VersionId"];
            /**
             * @description How the run stands. A failed run is still a 200.
             * @enum {string}
             */
            status: "succeeded" | "failed" | "partial-succeeded" | "stopped" | "paused";
            outputs: components["schemas"]["RunOutputs"];
            /** @description Why it failed or was stopped. */
            error: string | null;
            elapsed_time: components["schemas"]["Seconds"];
            /** @description Tokens of all models. */
            total_tokens: number;
            /** @description Starts of nodes outside containers, each retry included. */
            total_steps: number;
            created_at: components["schemas"]["UnixTime"];
            /** @description When it ended, in Unix seconds; null only while it is paused. */
            finished_at: number | null;
            /** @description Graph ids of the nodes that wait; only while it is paused. */
            paused_nodes?: components["schemas"]["NodeId"][];
            /** @description What it waits for; only while it is paused. */
            reasons?: components["schemas"]["PauseReason"][];
        };
        /**
         * @description A run as it is stored.
         * @example {
         *       "id": "0b6f3c1e-8f5d-4a7b-9c2e-1d4f5a6b7c80",
         *       "workflow_id": "7c3e33d4-2a8b-4e5f-9b1a-d3c6e8f12345",
         *       "status": "succeeded",
         *       "inputs": "{\"topic\": \"tides\", \"sys.files\": [], \"sys.user_id\": \"user-42\"}",
         *       "outputs": {
         *         "summary": "Tides rise because the Moon pulls on the sea."
         *       },
         *       "error": null,
         *       "total_steps": 3,
         *       "total_tokens": 43,
         *       "created_at": 1784700000,
         *       "finished_at": 1784700001,
         *       "elapsed_time": 0.973112
         *     }
         */
        WorkflowRunRecord: {
            id: components["schemas"]["RunId"];
            workflow_id: components["schemas"]["VersionId"];
            status: components["schemas"]["RunStatus"];
            /** @description The inputs as JSON text, the server's own `sys.` values among them. */
            inputs: string | null;
            outputs: components["schemas"]["RunOutputs"];
            /** @description Why it failed or was stopped; null otherwise. */
            error: string | null;
            /** @description Starts of nodes outside containers, each retry included; 0 while it runs. */
            total_steps: number | null;
            /** @description Tokens of all models; 0 while it runs. */
            total_tokens: number | null;
            created_at: components["schemas"]["UnixTime"];
            /** @description When it ended, in Unix seconds; null until then. */
            finished_at: number | null;
            /** @description How many seconds it took; 0 until it has ended. */
            elapsed_time: number;
        };
        /**
         * @description The answer to every wish to stop.
         * @example {
         *       "result": "success"
         *     }
         */
        StopResult: {
            /**
             * @description The wish was noted, whether there is anything to stop or not.
             * @constant
             */
            result: "success";
        };
        /**
         * @description One page of the history, newest first.
         * @example {
         *       "page": 1,
         *       "limit": 20,
         *       "total": 1,
         *       "has_more": false,
         *       "data": [
         *         {
         *           "id": "6a90f3d2-58b1-4c6d-8e07-2b4f7d1c9e35",
         *           "workflow_run": {
         *             "id": "0b6f3c1e-8f5d-4a7b-9c2e-1d4f5a6b7c80",
         *             "version": "2026-07-21 09:12:44.318205",
         *             "status": "succeeded",
         *             "triggered_from": "app-run",
         *             "error": null,
         *             "elapsed_time": 0.973112,
         *             "total_tokens": 43,
         *             "total_steps": 3,
         *             "created_at": 1784700000,
         *             "finished_at": 1784700001,
         *             "exceptions_count": 0
         *           },
         *           "details": null,
         *           "created_from": "service-api",
         *           "created_by_role": "end_user",
         *           "created_by_account": null,
         *           "created_by_end_user": {
         *             "id": "f1e2d3c4-b5a6-4890-abcd-ef1234567890",
         *             "type": "service-api",
         *             "is_anonymous": false,
         *             "session_id": "user-42"
         *           },
         *           "created_at": 1784700000
         *         }
         *       ]
         *     }
         */
        WorkflowLogPage: {
            /** @description Number of this page. */
            page: number;
            /** @description Most entries on a page. */
            limit: number;
            /** @description Entries on all pages. */
            total: number;
            /** @description Whether there are further pages. */
            has_more: boolean;
            /** @description The entries of this page. */
            data: components["schemas"]["WorkflowLogEntry"][];
        };
        /**
         * @description One run in the history.
         * @example {
         *       "id": "6a90f3d2-58b1-4c6d-8e07-2b4f7d1c9e35",
         *       "workflow_run": {
         *         "id": "0b6f3c1e-8f5d-4a7b-9c2e-1d4f5a6b7c80",
         *         "version": "2026-07-21 09:12:44.318205",
         *         "status": "succeeded",
         *         "triggered_from": "app-run",
         *         "error": null,
         *         "elapsed_time": 0.973112,
         *         "total_tokens": 43,
         *         "total_steps": 3,
         *         "created_at": 1784700000,
         *         "finished_at": 1784700001,
         *         "exceptions_count": 0
         *       },
         *       "details": null,
         *       "created_from": "service-api",
         *       "created_by_role": "end_user",
         *       "created_by_account": null,
         *       "created_by_end_user": {
         *         "id": "f1e2d3c4-b5a6-4890-abcd-ef1234567890",
         *         "type": "service-api",
         *         "is_anonymous": false,
         *         "session_id": "user-42"
         *       },
         *       "created_at": 1784700000
         *     }
         */
        WorkflowLogEntry: {
            /**
             * Format: uuid
             * @description Id of the entry, not of the run.
             */
            id: string;
            /** @description The run, if it is still stored. */
            workflow_run: components["schemas"]["LoggedRun"] | null;
            /** @description Never filled here. */
            details: {
                [key: string]: unknown;
            } | null;
            /** @description Where the run was started: `service-api`, `web-app`, `installed-app` or `openapi`. */
            created_from: string;
            /**
             * @description Who started it.
             * @enum {string}
             */
            created_by_role: "end_user" | "account";
            /** @description The account that started it. */
            created_by_account: components["schemas"]["LoggedAccount"] | null;
            /** @description The end user on whose behalf it was started. */
            created_by_end_user: components["schemas"]["LoggedEndUser"] | null;
            created_at: components["schemas"]["UnixTime"];
        };
        /**
         * @description A run, in short.
         * @example {
         *       "id": "0b6f3c1e-8f5d-4a7b-9c2e-1d4f5a6b7c80",
         *       "version": "2026-07-21 09:12:44.318205",
         *       "status": "succeeded",
         *       "triggered_from": "app-run",
         *       "error": null,
         *       "elapsed_time": 0.973112,
         *       "total_tokens": 43,
         *       "total_steps": 3,
         *       "created_at": 1784700000,
         *       "finished_at": 1784700001,
         *       "exceptions_count": 0
         *     }
         */
        LoggedRun: {
            id: components["schemas"]["RunId"];
            /** @description Name of the version that ran, mostly a time. */
            version: string;
            status: components["schemas"]["RunStatus"];
            /** @description What started it, such as `app-run`, `webhook`, `schedule`, `plugin` or `debugging`. */
            triggered_from: string;
            /** @description Why it failed or was stopped. */
            error: string | null;
            elapsed_time: components["schemas"]["Seconds"];
            /** @description Tokens of all models. */
            total_tokens: number;
            /** @description Starts of nodes outside containers, each retry included. */
            total_steps: number;
            created_at: components["schemas"]["UnixTime"];
            /** @description When it ended, in Unix seconds. */
            finished_at: number | null;
            /** @description Failed attempts, handled and retried ones included. */
            exceptions_count: number;
        };
        /**
         * @description An account of the workspace.
         * @example {
         *       "id": "b8a1f6c3-2d40-4e97-a35b-70c9d1e8f264",
         *       "name": "Ada",
         *       "email": "owner@flows.test"
         *     }
         */
        LoggedAccount: {
            /**
             * Format: uuid
             * @description Id of the account.
             */
            id: string;
            /** @description Name of the person. */
            name: string;
            /** @description Email address, by which logs can be filtered. */
            email: string;
        };
        /**
         * @description An end user of the app.
         * @example {
         *       "id": "f1e2d3c4-b5a6-4890-abcd-ef1234567890",
         *       "type": "service-api",
         *       "is_anonymous": false,
         *       "session_id": "user-42"
         *     }
         */
        LoggedEndUser: {
            /**
             * Format: uuid
             * @description Id of the end user.
             */
            id: string;
            /** @description Where the user comes from: `service-api` for users of this API. */
            type: string;
            /** @description Whether the user is the shared one. */
            is_anonymous: boolean;
            /** @description The user's name, as requests give it in `user`. */
            session_id: string | null;
        };
        /**
         * @description A form that a run waits for.
         * @example {
         *       "form_content": "Please check this draft: Hello",
         *       "inputs": [
         *         {
         *           "type": "paragraph",
         *           "output_variable_name": "comment",
         *           "default": null
         *         }
         *       ],
         *       "resolved_default_values": {},
         *       "user_actions": [
         *         {
         *           "id": "approve",
         *           "title": "Approve",
         *           "button_style": "primary"
         *         },
         *         {
         *           "id": "reject",
         *           "title": "Reject",
         *           "button_style": "default"
         *         }
         *       ],
         *       "expiration_time": 1784786700
         *     }
         */
        HumanInputForm: {
            /** @description The text of the form, variables filled in. */
            form_content: string;
            /** @description The fields of the form. */
            inputs: components["schemas"]["FormField"][];
            /** @description What the fields start with, by output variable. */
            resolved_default_values: {
                [key: string]: string;
            };
            /** @description What the person can choose. */
            user_actions: components["schemas"]["FormAction"][];
            /** @description Until when it can be answered, in Unix seconds. */
            expiration_time: number | null;
        };
        /**
         * @description A button of a form.
         * @example {
         *       "id": "approve",
         *       "title": "Approve",
         *       "button_style": "primary"
         *     }
         */
        FormAction: {
            /** @description What the answer names it by. */
            id: string;
            /** @description What stands on it. */
            title: string;
            /**
             * @description How it looks.
             * @enum {string}
             */
            button_style: "primary" | "default" | "accent" | "ghost";
        };
        /**
         * @description A field of a form.
         * @example {
         *       "type": "paragraph",
         *       "output_variable_name": "comment",
         *       "default": null
         *     }
         */
        FormField: components["schemas"]["ParagraphField"] | components["schemas"]["SelectField"] | components["schemas"]["FileField"] | components["schemas"]["FileListField"];
        /**
         * @description A field for text.
         * @example {
         *       "type": "paragraph",
         *       "output_variable_name": "comment",
         *       "default": null
         *     }
         */
        ParagraphField: {
            /**
             * @description Text. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "paragraph";
            /** @description What the answer names the field by. */
            output_variable_name: string;
            /** @description What the field starts with. */
            default?: components["schemas"]["FieldDefault"] | null;
        };
        /**
         * @description A value given here, or taken from a variable.
         * @example {
         *       "type": "constant",
         *       "selector": [],
         *       "value": "Fine as it is"
         *     }
         */
        FieldDefault: {
            /**
             * @description Where the value comes from.
             * @enum {string}
             */
            type: "constant" | "variable";
            /** @description The variable, as node id and names. */
            selector: string[];
            /** @description The value that is given here. */
            value: string;
        };
        /**
         * @description A field with a choice.
         * @example {
         *       "type": "select",
         *       "output_variable_name": "tone",
         *       "option_source": {
         *         "type": "constant",
         *         "selector": [],
         *         "value": [
         *           "plain",
         *           "warm"
         *         ]
         *       }
         *     }
         */
        SelectField: {
            /**
             * @description A choice. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "select";
            /** @description What the answer names the field by. */
            output_variable_name: string;
            option_source: components["schemas"]["OptionSource"];
        };
        /**
         * @description Options given here, or taken from a variable.
         * @example {
         *       "type": "constant",
         *       "selector": [],
         *       "value": [
         *         "plain",
         *         "warm"
         *       ]
         *     }
         */
        OptionSource: {
            /**
             * @description Where the options come from.
             * @enum {string}
             */
            type: "constant" | "variable";
            /** @description The variable, as node id and names. */
            selector: string[];
            /** @description The options. */
            value: string[];
        };
        /**
         * @description A field for one file.
         * @example {
         *       "type": "file",
         *       "output_variable_name": "proof",
         *       "allowed_file_types": [
         *         "document"
         *       ],
         *       "allowed_file_extensions": [],
         *       "allowed_file_upload_methods": [
         *         "local_file"
         *       ]
         *     }
         */
        FileField: {
            /**
             * @description One file. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "file";
            /** @description What the answer names the field by. */
            output_variable_name: string;
            allowed_file_types?: components["schemas"]["AllowedWords"];
            allowed_file_extensions?: components["schemas"]["AllowedWords"];
            allowed_file_upload_methods?: components["schemas"]["AllowedWords"];
        };
        /**
         * @description A field for several files.
         * @example {
         *       "type": "file-list",
         *       "output_variable_name": "proofs",
         *       "allowed_file_types": [
         *         "image"
         *       ],
         *       "allowed_file_extensions": [],
         *       "allowed_file_upload_methods": [
         *         "local_file"
         *       ],
         *       "number_limits": 3
         *     }
         */
        FileListField: {
            /**
             * @description Several files. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "file-list";
            /** @description What the answer names the field by. */
            output_variable_name: string;
            allowed_file_types?: components["schemas"]["AllowedWords"];
            allowed_file_extensions?: components["schemas"]["AllowedWords"];
            allowed_file_upload_methods?: components["schemas"]["AllowedWords"];
            /** @description Most files. */
            number_limits?: number;
        };
        /**
         * @description What is allowed.
         * @example [
         *       "document"
         *     ]
         */
        AllowedWords: string[];
        /**
         * @description Nothing more to say.
         * @example {}
         */
        FormAnswerResult: Record<string, unknown>;
        /**
         * @description A form that the run waits for. Its tag stands under `TYPE` or `type`.
         * @example {
         *       "TYPE": "human_input_required",
         *       "form_id": "019f87c2-4d1e-7a60-9b35-e2c8d40f6a17",
         *       "form_content": "Please check this draft: Hello",
         *       "inputs": [
         *         {
         *           "type": "paragraph",
         *           "output_variable_name": "comment",
         *           "default": {
         *             "type": "constant",
         *             "selector": [],
         *             "value": "Fine as it is"
         *           }
         *         }
         *       ],
         *       "actions": [
         *         {
         *           "id": "approve",
         *           "title": "Approve",
         *           "button_style": "primary"
         *         },
         *         {
         *           "id": "reject",
         *           "title": "Reject",
         *           "button_style": "default"
         *         }
         *       ],
         *       "node_id": "1784600000302",
         *       "node_title": "Review",
         *       "resolved_default_values": {
         *         "comment": "Fine as it is"
         *       },
         *       "form_token": "qV7mZr2TnX4cLk9WbY3sPd",
         *       "expiration_time": 1784786700,
         *       "approval_channels": []
         *     }
         */
        HumanInputPauseReason: {
            /**
             * @description A form.
             * @constant
             */
            TYPE?: "human_input_required";
            /**
             * @description A form.
             * @constant
             */
            type?: "human_input_required";
            /** @description Id of the form. */
            form_id: string;
            /** @description The text of the form, variables filled in. */
            form_content: string;
            /** @description The fields of the form. */
            inputs: components["schemas"]["FormField"][];
            /** @description What the person can choose. */
            actions: components["schemas"]["FormAction"][];
            node_id: components["schemas"]["NodeId"];
            node_title: components["schemas"]["NodeTitle"];
            resolved_default_values: components["schemas"]["Values"];
            /** @description Token to read and answer the form by; null when it is not meant for web pages. */
            form_token: string | null;
            expiration_time: components["schemas"]["UnixTime"];
            /** @description By which ways people are asked. */
            approval_channels?: string[];
            /** @description Whether web pages show the form. */
            display_in_ui?: boolean;
        };
        /**
         * @description A pause that was planned. Its tag stands under `TYPE` or `type`.
         * @example {
         *       "TYPE": "scheduled_pause",
         *       "message": "Waiting for the next window"
         *     }
         */
        ScheduledPauseReason: {
            /**
             * @description A planned pause.
             * @constant
             */
            TYPE?: "scheduled_pause";
            /**
             * @description A planned pause.
             * @constant
             */
            type?: "scheduled_pause";
            /** @description Why it was planned. */
            message: string;
        };
        /**
         * @description Why a run is paused.
         * @example {
         *       "TYPE": "scheduled_pause",
         *       "message": "Waiting for the next window"
         *     }
         */
        PauseReason: components["schemas"]["HumanInputPauseReason"] | components["schemas"]["ScheduledPauseReason"];
        /**
         * @description What the server says of itself.
         * @example {
         *       "welcome": "Dify OpenAPI",
         *       "api_version": "v1",
         *       "server_version": "1.16.0"
         *     }
         */
        Welcome: {
            /** @description A greeting. */
            welcome: string;
            /** @description Version of the API. */
            api_version: string;
            /** @description Version of the server. */
            server_version: string;
        };
        /**
         * @description The app in short.
         * @example {
         *       "name": "Explainer",
         *       "description": "Explains a topic in one sentence.",
         *       "tags": [
         *         "demo"
         *       ],
         *       "mode": "workflow",
         *       "author_name": "Ada"
         *     }
         */
        AppInfo: {
            /** @description Name of the app. */
            name: string;
            /** @description What it does. */
            description: string | null;
            /** @description Its tags. */
            tags: string[];
            /**
             * @description What kind of app it is.
             * @enum {string}
             */
            mode: "workflow" | "advanced-chat" | "chat" | "agent-chat" | "agent" | "completion";
            /** @description Who made it. */
            author_name: string | null;
        };
        /**
         * @description What the app takes and how it behaves.
         * @example {
         *       "opening_statement": "",
         *       "suggested_questions": [],
         *       "suggested_questions_after_answer": {
         *         "enabled": false
         *       },
         *       "speech_to_text": {
         *         "enabled": false
         *       },
         *       "text_to_speech": {
         *         "enabled": false
         *       },
         *       "retriever_resource": {
         *         "enabled": false
         *       },
         *       "annotation_reply": {
         *         "enabled": false
         *       },
         *       "more_like_this": {
         *         "enabled": false
         *       },
         *       "user_input_form": [
         *         {
         *           "text-input": {
         *             "variable": "topic",
         *             "label": "Topic",
         *             "type": "text-input",
         *             "required": true,
         *             "max_length": 48
         *           }
         *         }
         *       ],
         *       "sensitive_word_avoidance": {
         *         "enabled": false,
         *         "type": "",
         *         "configs": []
         *       },
         *       "file_upload": {},
         *       "system_parameters": {
         *         "image_file_size_limit": 10,
         *         "video_file_size_limit": 100,
         *         "audio_file_size_limit": 50,
         *         "file_size_limit": 15,
         *         "workflow_file_upload_limit": 10
         *       }
         *     }
         */
        AppParameters: {
            /** @description What a chat begins with. */
            opening_statement: string | null;
            /** @description Questions to begin with. */
            suggested_questions: string[];
            suggested_questions_after_answer: components["schemas"]["FeatureSwitch"];
            speech_to_text: components["schemas"]["FeatureSwitch"];
            text_to_speech: components["schemas"]["SpeechSwitch"];
            retriever_resource: components["schemas"]["FeatureSwitch"];
            annotation_reply: components["schemas"]["FeatureSwitch"];
            more_like_this: components["schemas"]["FeatureSwitch"];
            /** @description The variables of the start node, in order. */
            user_input_form: components["schemas"]["InputControl"][];
            sensitive_word_avoidance: components["schemas"]["FeatureSwitch"];
            /** @description How files can be given to the app as a whole. */
            file_upload: {
                image?: components["schemas"]["ImageUpload"];
            } & {
                [key: string]: unknown;
            };
            system_parameters: components["schemas"]["SystemParameters"];
        };
        /**
         * @description Whether something is on, and its settings.
         * @example {
         *       "enabled": false
         *     }
         */
        FeatureSwitch: {
            /** @description Whether it is on. */
            enabled: boolean;
        } & {
            [key: string]: unknown;
        };
        /**
         * @description Whether answers can be spoken, and how.
         * @example {
         *       "enabled": false,
         *       "voice": "",
         *       "language": ""
         *     }
         */
        SpeechSwitch: {
            /** @description Whether it is on. */
            enabled: boolean;
            /** @description Which voice. */
            voice?: string | null;
            /** @description Which language. */
            language?: string | null;
            /** @description `enabled` when workflow streams carry audio. */
            autoPlay?: string | null;
        } & {
            [key: string]: unknown;
        };
        /**
         * @description How images can be given.
         * @example {
         *       "enabled": false,
         *       "number_limits": 3,
         *       "detail": "high",
         *       "transfer_methods": [
         *         "remote_url",
         *         "local_file"
         *       ]
         *     }
         */
        ImageUpload: {
            /** @description Whether they can. */
            enabled?: boolean;
            /** @description Most images. */
            number_limits?: number;
            /** @description How closely models look. */
            detail?: string;
            /** @description How images can be sent. */
            transfer_methods?: string[];
        } & {
            [key: string]: unknown;
        };
        /**
         * @description Limits of the server; sizes in MB.
         * @example {
         *       "image_file_size_limit": 10,
         *       "video_file_size_limit": 100,
         *       "audio_file_size_limit": 50,
         *       "file_size_limit": 15,
         *       "workflow_file_upload_limit": 10
         *     }
         */
        SystemParameters: {
            /** @description Largest image. */
            image_file_size_limit: number;
            /** @description Largest video. */
            video_file_size_limit: number;
            /** @description Largest recording. */
            audio_file_size_limit: number;
            /** @description Largest file of other kinds. */
            file_size_limit: number;
            /** @description Most files in a run. */
            workflow_file_upload_limit: number;
        };
        /**
         * @description A variable of the start node under the name of its control; exactly one key.
         * @example {
         *       "paragraph": {
         *         "variable": "topic",
         *         "label": "Topic",
         *         "type": "paragraph",
         *         "required": true
         *       }
         *     }
         */
        InputControl: {
            "text-input": components["schemas"]["InputVariable"];
        } | {
            paragraph: components["schemas"]["InputVariable"];
        } | {
            select: components["schemas"]["InputVariable"];
        } | {
            number: components["schemas"]["InputVariable"];
        } | {
            checkbox: components["schemas"]["InputVariable"];
        } | {
            file: components["schemas"]["InputVariable"];
        } | {
            "file-list": components["schemas"]["InputVariable"];
        } | {
            json_object: components["schemas"]["InputVariable"];
        };
        /**
         * @description A variable as its author set it up, passed through as it is stored.
         * @example {
         *       "variable": "topic",
         *       "label": "Topic",
         *       "type": "text-input",
         *       "required": true,
         *       "max_length": 48
         *     }
         */
        InputVariable: {
            /** @description What `inputs` names it by. */
            variable: string;
            /** @description What people see. */
            label: string;
            /** @description The kind of control, once more. */
            type: string;
            /** @description Whether a value is needed. */
            required: boolean;
            /** @description Most characters, or most files. */
            max_length?: number | null;
            /** @description The value it has when none is given. */
            default?: unknown;
            /** @description What can be chosen. */
            options?: string[] | null;
            /** @description Whether web pages leave it out. */
            hide?: boolean | null;
            /** @description What it is for. */
            description?: string | null;
            /** @description Which kinds of files. */
            allowed_file_types?: string[] | null;
            /** @description Which extensions. */
            allowed_file_extensions?: string[] | null;
            /** @description How files can be sent. */
            allowed_file_upload_methods?: string[] | null;
            /** @description What a JSON object must look like. */
            json_schema?: unknown;
        } & {
            [key: string]: unknown;
        };
        /**
         * @description The icons of the tools in the workflow.
         * @example {
         *       "tool_icons": {
         *         "web_search": "https://flows.test/icons/web_search.svg"
         *       }
         *     }
         */
        AppMeta: {
            /** @description Icons by the name of the tool. */
            tool_icons: {
                [key: string]: components["schemas"]["ToolIcon"];
            };
        };
        /**
         * @description The icon of a tool, as the URL of an image or as a character on a colour.
         * @example https://flows.test/icons/web_search.svg
         */
        ToolIcon: string | components["schemas"]["CharacterIcon"];
        /**
         * @description A character on a colour.
         * @example {
         *       "background": "#D5F5F6",
         *       "content": "☀"
         *     }
         */
        CharacterIcon: {
            /** @description The colour. */
            background: string;
            /** @description The character. */
            content: string;
        };
        /**
         * @description Settings of the app's own page.
         * @example {
         *       "title": "Explainer",
         *       "chat_color_theme": null,
         *       "chat_color_theme_inverted": false,
         *       "icon_type": "emoji",
         *       "icon": "robot",
         *       "icon_background": "#D5F5F6",
         *       "description": null,
         *       "copyright": null,
         *       "privacy_policy": null,
         *       "custom_disclaimer": "",
         *       "default_language": "en-US",
         *       "show_workflow_steps": true,
         *       "use_icon_as_answer_icon": false
         *     }
         */
        AppSite: {
            /** @description Title of the page. */
            title: string;
            /** @description Main colour. */
            chat_color_theme: string | null;
            /** @description Whether the colours are swapped. */
            chat_color_theme_inverted: boolean;
            /**
             * @description What kind of icon it is.
             * @enum {string|null}
             */
            icon_type: "emoji" | "image" | "link" | null;
            /** @description The icon: a character, a file id or a URL. */
            icon: string | null;
            /** @description The colour behind the icon. */
            icon_background: string | null;
            /** @description Where an image icon lies. */
            icon_url?: string | null;
            /** @description What the page says of the app. */
            description: string | null;
            /** @description Who owns it. */
            copyright: string | null;
            /** @description Where the privacy policy lies. */
            privacy_policy: string | null;
            /** @description What stands in an empty input. */
            input_placeholder?: string | null;
            /** @description A disclaimer. */
            custom_disclaimer: string | null;
            /** @description Language of the page, such as en-US. */
            default_language: string;
            /** @description Whether the page shows the steps of a run. */
            show_workflow_steps: boolean;
            /** @description Whether answers carry the icon. */
            use_icon_as_answer_icon: boolean;
        };
        /**
         * @description Someone on whose behalf the app was used.
         * @example {
         *       "id": "f1e2d3c4-b5a6-4890-abcd-ef1234567890",
         *       "tenant_id": "0d3b8c21-7e5f-4a66-9c14-b2f7a6d0e583",
         *       "app_id": "5e0c2f5a-3a1f-4c55-9d0e-7b1d2f9a6c11",
         *       "type": "service-api",
         *       "external_user_id": "user-42",
         *       "name": null,
         *       "is_anonymous": false,
         *       "session_id": "user-42",
         *       "created_at": "2026-07-22T05:58:20Z",
         *       "updated_at": "2026-07-22T05:58:20Z"
         *     }
         */
        EndUser: {
            /**
             * Format: uuid
             * @description Id of the end user.
             */
            id: string;
            /**
             * Format: uuid
             * @description Id of the workspace.
             */
            tenant_id: string;
            /**
             * Format: uuid
             * @description Id of the app.
             */
            app_id: string | null;
            /** @description Where the user comes from: `service-api` for users of this API. */
            type: string;
            /** @description The user's name outside, as requests give it in `user`. */
            external_user_id: string | null;
            /** @description A name to show. */
            name: string | null;
            /** @description Whether the user is the shared one. */
            is_anonymous: boolean;
            /** @description The user's name, as requests give it in `user`. */
            session_id: string;
            /** @description When the record was made; ISO 8601. */
            created_at: string;
            /** @description When it was last changed; ISO 8601. */
            updated_at: string;
        };
        /**
         * @description A file that was stored.
         * @example {
         *       "id": "2f7d6c58-1b3e-4a90-8d42-60e9c5b7a1f3",
         *       "name": "notes.txt",
         *       "size": 26,
         *       "extension": "txt",
         *       "mime_type": "text/plain",
         *       "created_by": "f1e2d3c4-b5a6-4890-abcd-ef1234567890",
         *       "created_at": 1784699900,
         *       "source_url": "https://files.flows.test/files/2f7d6c58-1b3e-4a90-8d42-60e9c5b7a1f3/file-preview?timestamp=1784699900&nonce=9b1e4c&sign=Zm9v",
         *       "tenant_id": "0d3b8c21-7e5f-4a66-9c14-b2f7a6d0e583",
         *       "reference": null,
         *       "preview_url": null,
         *       "original_url": null,
         *       "user_id": null,
         *       "conversation_id": null,
         *       "file_key": null
         *     }
         */
        UploadedFile: {
            /**
             * Format: uuid
             * @description Id of the file, for `upload_file_id`.
             */
            id: string;
            /** @description Its name, cut at 200 characters. */
            name: string;
            /** @description Its size in bytes. */
            size: number;
            /** @description The extension in lower case, without a dot. */
            extension: string | null;
            /** @description Its media type as the upload named it. */
            mime_type: string | null;
            /**
             * Format: uuid
             * @description Id of the end user that uploaded it.
             */
            created_by: string | null;
            /** @description When it was uploaded, in Unix seconds. */
            created_at: number | null;
            /** @description A signed URL of the file. */
            source_url: string | null;
            /**
             * Format: uuid
             * @description Id of the workspace.
             */
            tenant_id: string | null;
            /** @description Always null here. */
            reference: string | null;
            /** @description Always null here. */
            preview_url: string | null;
            /** @description Always null here. */
            original_url: string | null;
            /** @description Always null here. */
            user_id: string | null;
            /** @description Always null here. */
            conversation_id: string | null;
            /** @description Always null here. */
            file_key: string | null;
        };
        /**
         * @description What was said.
         * @example {
         *       "text": "Explain tides"
         *     }
         */
        Transcript: {
            /** @description The text. */
            text: string;
        };
        /**
         * @description One frame of the stream. A ping is a named frame without data; every other frame has data and no name.
         * @example {
         *       "event": "ping"
         *     }
         */
        WorkflowStreamFrame: {
            /**
             * @description Name of the frame; on pings only.
             * @constant
             */
            event?: "ping";
            /** @description One event as JSON. */
            data?: string;
        };
        /**
         * @description One event of a run. A ping has no data on the wire; it stands here as the fields of its frame.
         * @example {
         *       "event": "text_chunk",
         *       "workflow_run_id": "0b6f3c1e-8f5d-4a7b-9c2e-1d4f5a6b7c80",
         *       "task_id": "c3800678-a077-43df-a102-53f23ed20b88",
         *       "data": {
         *         "text": "Tides rise",
         *         "from_variable_selector": [
         *           "1784600000002",
         *           "text"
         *         ]
         *       }
         *     }
         */
        WorkflowStreamEvent: components["schemas"]["WorkflowStartedEvent"] | components["schemas"]["NodeStartedEvent"] | components["schemas"]["NodeFinishedEvent"] | components["schemas"]["NodeRetryEvent"] | components["schemas"]["IterationStartedEvent"] | components["schemas"]["IterationNextEvent"] | components["schemas"]["IterationCompletedEvent"] | components["schemas"]["LoopStartedEvent"] | components["schemas"]["LoopNextEvent"] | components["schemas"]["LoopCompletedEvent"] | components["schemas"]["TextChunkEvent"] | components["schemas"]["ReasoningChunkEvent"] | components["schemas"]["AgentLogEvent"] | components["schemas"]["HumanInputRequiredEvent"] | components["schemas"]["HumanInputFormFilledEvent"] | components["schemas"]["HumanInputFormTimeoutEvent"] | components["schemas"]["WorkflowPausedEvent"] | components["schemas"]["WorkflowFinishedEvent"] | components["schemas"]["TtsMessageEvent"] | components["schemas"]["TtsMessageEndEvent"] | components["schemas"]["RunErrorEvent"] | components["schemas"]["PingEvent"];
        /**
         * @description A sign of life, sent at once and then about every ten seconds.
         * @example {
         *       "event": "ping"
         *     }
         */
        PingEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "ping";
        };
        /**
         * @description The run begins, or goes on after a pause.
         * @example {
         *       "event": "workflow_started",
         *       "workflow_run_id": "0b6f3c1e-8f5d-4a7b-9c2e-1d4f5a6b7c80",
         *       "task_id": "c3800678-a077-43df-a102-53f23ed20b88",
         *       "data": {
         *         "id": "0b6f3c1e-8f5d-4a7b-9c2e-1d4f5a6b7c80",
         *         "workflow_id": "7c3e33d4-2a8b-4e5f-9b1a-d3c6e8f12345",
         *         "inputs": {
         *           "topic": "tides",
         *           "sys.files": [],
         *           "sys.user_id": "user-42",
         *           "sys.app_id": "5e0c2f5a-3a1f-4c55-9d0e-7b1d2f9a6c11",
         *           "sys.workflow_id": "7c3e33d4-2a8b-4e5f-9b1a-d3c6e8f12345",
         *           "sys.workflow_run_id": "0b6f3c1e-8f5d-4a7b-9c2e-1d4f5a6b7c80"
         *         },
         *         "created_at": 1784700000,
         *         "reason": "initial"
         *       }
         *     }
         */
        WorkflowStartedEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "workflow_started";
            workflow_run_id: components["schemas"]["RunId"];
            task_id: components["schemas"]["TaskId"];
            data: components["schemas"]["WorkflowStartedData"];
        };
        /**
         * @description What runs, and on which inputs.
         * @example {
         *       "id": "0b6f3c1e-8f5d-4a7b-9c2e-1d4f5a6b7c80",
         *       "workflow_id": "7c3e33d4-2a8b-4e5f-9b1a-d3c6e8f12345",
         *       "inputs": {
         *         "topic": "tides"
         *       },
         *       "created_at": 1784700000,
         *       "reason": "initial"
         *     }
         */
        WorkflowStartedData: {
            id: components["schemas"]["RunId"];
            workflow_id: components["schemas"]["VersionId"];
            /** @description The inputs after checks and defaults, with the server's own `sys.` values. */
            inputs: {
                [key: string]: unknown;
            };
            created_at: components["schemas"]["UnixTime"];
            /**
             * @description Whether the run begins or goes on. A replayed event always says `initial`.
             * @enum {string}
             */
            reason: "initial" | "resumption";
        };
        /**
         * @description The run has ended, and so does the stream.
         * @example {
         *       "event": "workflow_finished",
         *       "workflow_run_id": "0b6f3c1e-8f5d-4a7b-9c2e-1d4f5a6b7c80",
         *       "task_id": "c3800678-a077-43df-a102-53f23ed20b88",
         *       "data": {
         *         "id": "0b6f3c1e-8f5d-4a7b-9c2e-1d4f5a6b7c80",
         *         "workflow_id": "7c3e33d4-2a8b-4e5f-9b1a-d3c6e8f12345",
         *         "status": "succeeded",
         *         "outputs": {
         *           "summary": "Tides rise because the Moon pulls on the sea."
         *         },
         *         "error": null,
         *         "elapsed_time": 0.976204,
         *         "total_tokens": 43,
         *         "total_steps": 3,
         *         "created_by": {
         *           "id": "f1e2d3c4-b5a6-4890-abcd-ef1234567890",
         *           "user": "user-42"
         *         },
         *         "created_at": 1784700000,
         *         "finished_at": 1784700001,
         *         "exceptions_count": 0,
         *         "files": []
         *       }
         *     }
         */
        WorkflowFinishedEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "workflow_finished";
            workflow_run_id: components["schemas"]["RunId"];
            task_id: components["schemas"]["TaskId"];
            data: components["schemas"]["WorkflowFinishedData"];
        };
        /**
         * @description How the run ended.
         * @example {
         *       "id": "0b6f3c1e-8f5d-4a7b-9c2e-1d4f5a6b7c80",
         *       "workflow_id": "7c3e33d4-2a8b-4e5f-9b1a-d3c6e8f12345",
         *       "status": "succeeded",
         *       "outputs": {
         *         "summary": "Tides rise because the Moon pulls on the sea."
         *       },
         *       "error": null,
         *       "elapsed_time": 0.976204,
         *       "total_tokens": 43,
         *       "total_steps": 3,
         *       "created_by": {
         *         "id": "f1e2d3c4-b5a6-4890-abcd-ef1234567890",
         *         "user": "user-42"
         *       },
         *       "created_at": 1784700000,
         *       "finished_at": 1784700001,
         *       "exceptions_count": 0,
         *       "files": []
         *     }
         */
        WorkflowFinishedData: {
            id: components["schemas"]["RunId"];
            workflow_id: components["schemas"]["VersionId"];
            /**
             * @description How it ended. A run in which any attempt failed and was retried or handled is `partial-succeeded`.
             * @enum {string}
             */
            status: "succeeded" | "failed" | "partial-succeeded" | "stopped";
            outputs: components["schemas"]["RunOutputs"];
            /** @description Text of the node's error, or why the run was stopped; null otherwise. */
            error: string | null;
            /** @description How many seconds it took; can differ from the stored record by milliseconds. */
            elapsed_time: number;
            /** @description Tokens of all models. */
            total_tokens: number;
            /** @description Starts of nodes outside containers, each retry included. */
            total_steps: number;
            created_by: components["schemas"]["RunCreator"];
            created_at: components["schemas"]["UnixTime"];
            /** @description When it ended, in Unix seconds. */
            finished_at: number | null;
            /** @description Failed attempts, handled and retried ones included; 0 when stopped. */
            exceptions_count: number;
            /** @description Files that the outputs hold. */
            files: components["schemas"]["FileValue"][];
        };
        /**
         * @description On whose behalf the run was made.
         * @example {
         *       "id": "f1e2d3c4-b5a6-4890-abcd-ef1234567890",
         *       "user": "user-42"
         *     }
         */
        RunCreator: {
            /**
             * Format: uuid
             * @description Id of the end user.
             */
            id: string;
            /** @description The user's name, as the request gave it. */
            user: string;
        };
        /**
         * @description The run waits, and the stream ends unless it was asked to go on.
         * @example {
         *       "event": "workflow_paused",
         *       "workflow_run_id": "5d1f7a30-92c4-4be8-8a06-6f0c9e2b1d47",
         *       "task_id": "7e4b9d12-c8a3-4f65-b0e9-53d1a6f2c874",
         *       "data": {
         *         "workflow_run_id": "5d1f7a30-92c4-4be8-8a06-6f0c9e2b1d47",
         *         "paused_nodes": [
         *           "1784600000302"
         *         ],
         *         "outputs": {},
         *         "reasons": [
         *           {
         *             "TYPE": "human_input_required",
         *             "form_id": "019f87c2-4d1e-7a60-9b35-e2c8d40f6a17",
         *             "form_content": "Please check this draft: Hello",
         *             "inputs": [
         *               {
         *                 "type": "paragraph",
         *                 "output_variable_name": "comment",
         *                 "default": {
         *                   "type": "constant",
         *                   "selector": [],
         *                   "value": "Fine as it is"
         *                 }
         *               }
         *             ],
         *             "actions": [
         *               {
         *                 "id": "approve",
         *                 "title": "Approve",
         *                 "button_style": "primary"
         *               },
         *               {
         *                 "id": "reject",
         *                 "title": "Reject",
         *                 "button_style": "default"
         *               }
         *             ],
         *             "node_id": "1784600000302",
         *             "node_title": "Review",
         *             "resolved_default_values": {
         *               "comment": "Fine as it is"
         *             },
         *             "form_token": "qV7mZr2TnX4cLk9WbY3sPd",
         *             "expiration_time": 1784786700,
         *             "approval_channels": []
         *           }
         *         ],
         *         "status": "paused",
         *         "created_at": 1784700300,
         *         "elapsed_time": 0.061733,
         *         "total_tokens": 0,
         *         "total_steps": 2
         *       }
         *     }
         */
        WorkflowPausedEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "workflow_paused";
            workflow_run_id: components["schemas"]["RunId"];
            task_id: components["schemas"]["TaskId"];
            data: components["schemas"]["WorkflowPausedData"];
        };
        /**
         * @description What the run waits for.
         * @example {
         *       "workflow_run_id": "5d1f7a30-92c4-4be8-8a06-6f0c9e2b1d47",
         *       "paused_nodes": [
         *         "1784600000302"
         *       ],
         *       "outputs": {},
         *       "reasons": [
         *         {
         *           "TYPE": "human_input_required",
         *           "form_id": "019f87c2-4d1e-7a60-9b35-e2c8d40f6a17",
         *           "form_content": "Please check this draft: Hello",
         *           "inputs": [
         *             {
         *               "type": "paragraph",
         *               "output_variable_name": "comment",
         *               "default": {
         *                 "type": "constant",
         *                 "selector": [],
         *                 "value": "Fine as it is"
         *               }
         *             }
         *           ],
         *           "actions": [
         *             {
         *               "id": "approve",
         *               "title": "Approve",
         *               "button_style": "primary"
         *             },
         *             {
         *               "id": "reject",
         *               "title": "Reject",
         *               "button_style": "default"
         *             }
         *           ],
         *           "node_id": "1784600000302",
         *           "node_title": "Review",
         *           "resolved_default_values": {
         *             "comment": "Fine as it is"
         *           },
         *           "form_token": "qV7mZr2TnX4cLk9WbY3sPd",
         *           "expiration_time": 1784786700,
         *           "approval_channels": []
         *         }
         *       ],
         *       "status": "paused",
         *       "created_at": 1784700300,
         *       "elapsed_time": 0.061733,
         *       "total_tokens": 0,
         *       "total_steps": 2
         *     }
         */
        WorkflowPausedData: {
            workflow_run_id: components["schemas"]["RunId"];
            /** @description Graph ids of the nodes that wait. */
            paused_nodes: components["schemas"]["NodeId"][];
            /** @description Outputs so far; empty unless replayed. */
            outputs: {
                [key: string]: unknown;
            };
            /** @description What it waits for. */
            reasons: components["schemas"]["PauseReason"][];
            /**
             * @description The run is paused.
             * @constant
             */
            status: "paused";
            created_at: components["schemas"]["UnixTime"];
            elapsed_time: components["schemas"]["Seconds"];
            /** @description Tokens of all models so far. */
            total_tokens: number;
            /** @description Starts of nodes outside containers so far. */
            total_steps: number;
        };
        /**
         * @description A node begins. Iterations and loops have their own events instead, except in a replay.
         * @example {
         *       "event": "node_started",
         *       "workflow_run_id": "0b6f3c1e-8f5d-4a7b-9c2e-1d4f5a6b7c80",
         *       "task_id": "c3800678-a077-43df-a102-53f23ed20b88",
         *       "data": {
         *         "id": "2d7b41aa-93c0-4f0e-b6a1-77c2e5d80f21",
         *         "node_id": "1784600000002",
         *         "node_type": "llm",
         *         "title": "Writer",
         *         "index": 1,
         *         "predecessor_node_id": null,
         *         "inputs": null,
         *         "inputs_truncated": false,
         *         "created_at": 1784700000,
         *         "extras": {},
         *         "iteration_id": null,
         *         "loop_id": null,
         *         "agent_strategy": null
         *       }
         *     }
         */
        NodeStartedEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "node_started";
            workflow_run_id: components["schemas"]["RunId"];
            task_id: components["schemas"]["TaskId"];
            data: components["schemas"]["NodeStartedData"];
        };
        /**
         * @description The node that begins. Replayed ones lack `agent_strategy` and `inputs_truncated`.
         * @example {
         *       "id": "2d7b41aa-93c0-4f0e-b6a1-77c2e5d80f21",
         *       "node_id": "1784600000002",
         *       "node_type": "llm",
         *       "title": "Writer",
         *       "index": 1,
         *       "predecessor_node_id": null,
         *       "inputs": null,
         *       "inputs_truncated": false,
         *       "created_at": 1784700000,
         *       "extras": {},
         *       "iteration_id": null,
         *       "loop_id": null,
         *       "agent_strategy": null
         *     }
         */
        NodeStartedData: {
            id: components["schemas"]["NodeExecutionId"];
            node_id: components["schemas"]["NodeId"];
            node_type: components["schemas"]["NodeType"];
            title: components["schemas"]["NodeTitle"];
            index: components["schemas"]["NodeIndex"];
            predecessor_node_id: components["schemas"]["PredecessorNodeId"];
            /** @description Always null here; the end of the node tells them. */
            inputs: {
                [key: string]: unknown;
            } | null;
            /** @description Whether inputs were cut; always false here. */
            inputs_truncated?: boolean;
            created_at: components["schemas"]["UnixTime"];
            /** @description The icon of tool and data source nodes; empty otherwise. */
            extras: {
                [key: string]: unknown;
            };
            iteration_id: components["schemas"]["IterationId"];
            loop_id: components["schemas"]["LoopId"];
            /** @description The strategy of an agent node; null for other nodes. */
            agent_strategy?: components["schemas"]["AgentStrategy"] | null;
        };
        /**
         * @description How an agent works.
         * @example {
         *       "name": "Function calling",
         *       "icon": null
         *     }
         */
        AgentStrategy: {
            /** @description Name of the strategy. */
            name: string;
            /** @description Its icon. */
            icon?: string | null;
        };
        /**
         * @description The node's place among the nodes; counts up in a replay only.
         * @example 1
         */
        NodeIndex: number;
        /**
         * @description Graph id of the node before.
         * @example null
         */
        PredecessorNodeId: string | null;
        /**
         * @description Graph id of the iteration that the node runs in.
         * @example null
         */
        IterationId: string | null;
        /**
         * @description Graph id of the loop that the node runs in.
         * @example null
         */
        LoopId: string | null;
        /**
         * @description What one execution of a node, or one attempt, came to. Replayed ones lack the `…_truncated` fields, and their values are null.
         * @example {
         *       "id": "3e81c6b0-1d4f-4b8a-a2f3-5c9e0d7b6f32",
         *       "node_id": "1784600000003",
         *       "node_type": "end",
         *       "title": "End",
         *       "index": 1,
         *       "predecessor_node_id": null,
         *       "inputs": {
         *         "summary": "Tides rise because the Moon pulls on the sea."
         *       },
         *       "inputs_truncated": false,
         *       "process_data": {},
         *       "process_data_truncated": false,
         *       "outputs": {
         *         "summary": "Tides rise because the Moon pulls on the sea."
         *       },
         *       "outputs_truncated": false,
         *       "status": "succeeded",
         *       "error": null,
         *       "elapsed_time": 0.000088,
         *       "execution_metadata": null,
         *       "created_at": 1784700001,
         *       "finished_at": 1784700001,
         *       "files": [],
         *       "iteration_id": null,
         *       "loop_id": null
         *     }
         */
        NodeResult: {
            id: components["schemas"]["NodeExecutionId"];
            node_id: components["schemas"]["NodeId"];
            node_type: components["schemas"]["NodeType"];
            title: components["schemas"]["NodeTitle"];
            index: components["schemas"]["NodeIndex"];
            predecessor_node_id: components["schemas"]["PredecessorNodeId"];
            inputs: components["schemas"]["OptionalValues"];
            /** @description Whether inputs were cut; always false here. */
            inputs_truncated?: boolean;
            process_data: components["schemas"]["OptionalValues"];
            /** @description Whether process data were cut; always false here. */
            process_data_truncated?: boolean;
            outputs: components["schemas"]["OptionalValues"];
            /** @description Whether outputs were cut; always false here. */
            outputs_truncated?: boolean;
            /** @description How it ended. */
            status: string;
            /** @description What went wrong, if anything did. */
            error: string | null;
            /** @description How many seconds it took; of a node that was retried, from the first attempt on. */
            elapsed_time: number;
            execution_metadata: components["schemas"]["ExecutionMetadata"];
            created_at: components["schemas"]["UnixTime"];
            finished_at: components["schemas"]["UnixTime"];
            /** @description Files that the outputs hold. */
            files: components["schemas"]["FileValue"][];
            iteration_id: components["schemas"]["IterationId"];
            loop_id: components["schemas"]["LoopId"];
        };
        /**
         * @description What the execution cost and where it stood; null when there is nothing to say. More keys can come.
         * @example {
         *       "total_tokens": 43,
         *       "total_price": "0.0000119",
         *       "currency": "USD"
         *     }
         */
        ExecutionMetadata: ({
            /** @description Tokens of the model. */
            total_tokens?: number;
            /** @description Their price, as a decimal. */
            total_price?: string;
            /** @description Currency of the price. */
            currency?: string;
            /** @description Graph id of the iteration that it runs in. */
            iteration_id?: string | null;
            /** @description Which item it was, from 0. */
            iteration_index?: number | null;
            /** @description Graph id of the loop that it runs in. */
            loop_id?: string | null;
            /** @description Which round it was. */
            loop_index?: number | null;
            /**
             * @description How the failure was handled.
             * @enum {string}
             */
            error_strategy?: "fail-branch" | "default-value";
        } & {
            [key: string]: unknown;
        }) | null;
        /**
         * @description A node has ended.
         * @example {
         *       "event": "node_finished",
         *       "workflow_run_id": "0b6f3c1e-8f5d-4a7b-9c2e-1d4f5a6b7c80",
         *       "task_id": "c3800678-a077-43df-a102-53f23ed20b88",
         *       "data": {
         *         "id": "3e81c6b0-1d4f-4b8a-a2f3-5c9e0d7b6f32",
         *         "node_id": "1784600000003",
         *         "node_type": "end",
         *         "title": "End",
         *         "index": 1,
         *         "predecessor_node_id": null,
         *         "inputs": {
         *           "summary": "Tides rise because the Moon pulls on the sea."
         *         },
         *         "inputs_truncated": false,
         *         "process_data": {},
         *         "process_data_truncated": false,
         *         "outputs": {
         *           "summary": "Tides rise because the Moon pulls on the sea."
         *         },
         *         "outputs_truncated": false,
         *         "status": "succeeded",
         *         "error": null,
         *         "elapsed_time": 0.000088,
         *         "execution_metadata": null,
         *         "created_at": 1784700001,
         *         "finished_at": 1784700001,
         *         "files": [],
         *         "iteration_id": null,
         *         "loop_id": null
         *       }
         *     }
         */
        NodeFinishedEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "node_finished";
            workflow_run_id: components["schemas"]["RunId"];
            task_id: components["schemas"]["TaskId"];
            data: components["schemas"]["NodeFinishedData"];
        };
        /**
         * @description The node that has ended.
         * @example {
         *       "id": "3e81c6b0-1d4f-4b8a-a2f3-5c9e0d7b6f32",
         *       "node_id": "1784600000003",
         *       "node_type": "end",
         *       "title": "End",
         *       "index": 1,
         *       "predecessor_node_id": null,
         *       "inputs": {
         *         "summary": "Tides rise because the Moon pulls on the sea."
         *       },
         *       "inputs_truncated": false,
         *       "process_data": {},
         *       "process_data_truncated": false,
         *       "outputs": {
         *         "summary": "Tides rise because the Moon pulls on the sea."
         *       },
         *       "outputs_truncated": false,
         *       "status": "succeeded",
         *       "error": null,
         *       "elapsed_time": 0.000088,
         *       "execution_metadata": null,
         *       "created_at": 1784700001,
         *       "finished_at": 1784700001,
         *       "files": [],
         *       "iteration_id": null,
         *       "loop_id": null
         *     }
         */
        NodeFinishedData: components["schemas"]["NodeResult"] & {
            /**
             * @description How it ended. `exception` is a failure that the flow handles; `paused` and `stopped` come in replays only.
             * @enum {string}
             */
            status: "succeeded" | "failed" | "exception" | "paused" | "stopped";
        };
        /**
         * @description An attempt failed and the next one begins. Told after the wait; no further `node_started` follows.
         * @example {
         *       "event": "node_retry",
         *       "workflow_run_id": "4a80f375-682b-49c5-b199-e950aac4968f",
         *       "task_id": "9da23599-e713-473b-982c-4328d4f5c78a",
         *       "data": {
         *         "id": "b2d1ef02-1a4c-4e2b-8f21-4c6a2f8eab02",
         *         "node_id": "1784600000102",
         *         "node_type": "http-request",
         *         "title": "Weather API",
         *         "index": 1,
         *         "predecessor_node_id": null,
         *         "inputs": {},
         *         "inputs_truncated": false,
         *         "process_data": {
         *           "request": "GET /v1/now HTTP/1.1"
         *         },
         *         "process_data_truncated": false,
         *         "outputs": {
         *           "status_code": 503,
         *           "body": "upstream unavailable",
         *           "headers": {
         *             "content-type": "text/plain"
         *           },
         *           "files": []
         *         },
         *         "outputs_truncated": false,
         *         "status": "retry",
         *         "error": "Request failed with status code 503",
         *         "elapsed_time": 3.208811,
         *         "execution_metadata": null,
         *         "created_at": 1784700100,
         *         "finished_at": 1784700103,
         *         "files": [],
         *         "iteration_id": null,
         *         "loop_id": null,
         *         "retry_index": 1
         *       }
         *     }
         */
        NodeRetryEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "node_retry";
            workflow_run_id: components["schemas"]["RunId"];
            task_id: components["schemas"]["TaskId"];
            data: components["schemas"]["NodeRetryData"];
        };
        /**
         * @description The attempt that failed.
         * @example {
         *       "id": "b2d1ef02-1a4c-4e2b-8f21-4c6a2f8eab02",
         *       "node_id": "1784600000102",
         *       "node_type": "http-request",
         *       "title": "Weather API",
         *       "index": 1,
         *       "predecessor_node_id": null,
         *       "inputs": {},
         *       "inputs_truncated": false,
         *       "process_data": {
         *         "request": "GET /v1/now HTTP/1.1"
         *       },
         *       "process_data_truncated": false,
         *       "outputs": {
         *         "status_code": 503,
         *         "body": "upstream unavailable",
         *         "headers": {
         *           "content-type": "text/plain"
         *         },
         *         "files": []
         *       },
         *       "outputs_truncated": false,
         *       "status": "retry",
         *       "error": "Request failed with status code 503",
         *       "elapsed_time": 3.208811,
         *       "execution_metadata": null,
         *       "created_at": 1784700100,
         *       "finished_at": 1784700103,
         *       "files": [],
         *       "iteration_id": null,
         *       "loop_id": null,
         *       "retry_index": 1
         *     }
         */
        NodeRetryData: components["schemas"]["NodeResult"] & {
            /**
             * @description It is tried again.
             * @constant
             */
            status: "retry";
            /** @description Which attempt failed, from 1. */
            retry_index: number;
        };
        /**
         * @description A file among the inputs or outputs.
         * @example {
         *       "dify_model_identity": "__dify__file__",
         *       "id": null,
         *       "type": "document",
         *       "transfer_method": "local_file",
         *       "remote_url": null,
         *       "reference": null,
         *       "filename": "notes.txt",
         *       "extension": ".txt",
         *       "mime_type": "text/plain",
         *       "size": 26,
         *       "related_id": "2f7d6c58-1b3e-4a90-8d42-60e9c5b7a1f3",
         *       "url": null
         *     }
         */
        FileValue: {
            /**
             * @description Marks the object as a file.
             * @constant
             */
            dify_model_identity: "__dify__file__";
            /** @description Id of the file. */
            id?: string | null;
            type: components["schemas"]["FileType"];
            /**
             * @description Where it comes from.
             * @enum {string}
             */
            transfer_method: "remote_url" | "local_file" | "tool_file" | "datasource_file";
            /** @description Where it lies. */
            remote_url?: string | null;
            /** @description How the server refers to it. */
            reference?: string | null;
            /** @description Its name. */
            filename?: string | null;
            /** @description Its extension, with a dot. */
            extension?: string | null;
            /** @description Its media type. */
            mime_type?: string | null;
            /** @description Its size in bytes; -1 when unknown. */
            size?: number;
            /** @description Id of the stored file. */
            related_id?: string | null;
            /** @description A URL to read it from. */
            url?: string | null;
        };
        /**
         * @description A node begins to go through a list. An empty list makes no event at all.
         * @example {
         *       "event": "iteration_started",
         *       "workflow_run_id": "fb47b2e6-5e43-4f90-be01-d5c5a088d156",
         *       "task_id": "3938b985-f4c6-4806-87b6-215e0aca9d81",
         *       "data": {
         *         "id": "1784600000203",
         *         "node_id": "1784600000203",
         *         "node_type": "iteration",
         *         "title": "Greet each",
         *         "created_at": 1784700200,
         *         "extras": {},
         *         "metadata": {
         *           "iteration_length": 2
         *         },
         *         "inputs": {
         *           "iterator_selector": [
         *             "Ada",
         *             "Lin"
         *           ]
         *         },
         *         "inputs_truncated": false
         *       }
         *     }
         */
        IterationStartedEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "iteration_started";
            workflow_run_id: components["schemas"]["RunId"];
            task_id: components["schemas"]["TaskId"];
            data: components["schemas"]["IterationStartedData"];
        };
        /**
         * @description Which iteration or loop it is.
         * @example {
         *       "id": "1784600000203",
         *       "node_id": "1784600000203",
         *       "title": "Greet each",
         *       "created_at": 1784700200,
         *       "extras": {}
         *     }
         */
        ContainerHead: {
            /** @description The same as `node_id`. */
            id: string;
            node_id: components["schemas"]["NodeId"];
            title: components["schemas"]["NodeTitle"];
            created_at: components["schemas"]["UnixTime"];
            /** @description Always empty. */
            extras: {
                [key: string]: unknown;
            };
        };
        /**
         * @description The iteration that begins.
         * @example {
         *       "id": "1784600000203",
         *       "node_id": "1784600000203",
         *       "node_type": "iteration",
         *       "title": "Greet each",
         *       "created_at": 1784700200,
         *       "extras": {},
         *       "metadata": {
         *         "iteration_length": 2
         *       },
         *       "inputs": {
         *         "iterator_selector": [
         *           "Ada",
         *           "Lin"
         *         ]
         *       },
         *       "inputs_truncated": false
         *     }
         */
        IterationStartedData: components["schemas"]["ContainerHead"] & {
            /**
             * @description Kind of the node.
             * @constant
             */
            node_type: "iteration";
            metadata: components["schemas"]["IterationMetadata"];
            /** @description The list, as `iterator_selector`. */
            inputs: {
                [key: string]: unknown;
            };
            /** @description Whether inputs were cut; always false here. */
            inputs_truncated: boolean;
        };
        /**
         * @description How long the list is.
         * @example {
         *       "iteration_length": 2
         *     }
         */
        IterationMetadata: {
            /** @description Number of items. */
            iteration_length: number;
        } & {
            [key: string]: unknown;
        };
        /**
         * @description The next item is taken. Parallel iterations take all at once.
         * @example {
         *       "event": "iteration_next",
         *       "workflow_run_id": "fb47b2e6-5e43-4f90-be01-d5c5a088d156",
         *       "task_id": "3938b985-f4c6-4806-87b6-215e0aca9d81",
         *       "data": {
         *         "id": "1784600000203",
         *         "node_id": "1784600000203",
         *         "node_type": "iteration",
         *         "title": "Greet each",
         *         "index": 0,
         *         "created_at": 1784700200,
         *         "extras": {}
         *       }
         *     }
         */
        IterationNextEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "iteration_next";
            workflow_run_id: components["schemas"]["RunId"];
            task_id: components["schemas"]["TaskId"];
            data: components["schemas"]["IterationNextData"];
        };
        /**
         * @description The item that is taken.
         * @example {
         *       "id": "1784600000203",
         *       "node_id": "1784600000203",
         *       "node_type": "iteration",
         *       "title": "Greet each",
         *       "index": 0,
         *       "created_at": 1784700200,
         *       "extras": {}
         *     }
         */
        IterationNextData: components["schemas"]["ContainerHead"] & {
            /**
             * @description Kind of the node.
             * @constant
             */
            node_type: "iteration";
            /** @description Which item, from 0. */
            index: number;
        };
        /**
         * @description What an iteration or a loop came to.
         * @example {
         *       "outputs": {
         *         "output": [
         *           "Hello Ada",
         *           "Hello Lin"
         *         ]
         *       },
         *       "outputs_truncated": false,
         *       "inputs": {
         *         "iterator_selector": [
         *           "Ada",
         *           "Lin"
         *         ]
         *       },
         *       "inputs_truncated": false,
         *       "status": "succeeded",
         *       "error": null,
         *       "elapsed_time": 0.137402,
         *       "total_tokens": 0,
         *       "execution_metadata": {
         *         "total_tokens": 0,
         *         "total_price": "0.0",
         *         "currency": "USD",
         *         "iteration_duration_map": {
         *           "0": 0.064118,
         *           "1": 0.063542
         *         }
         *       },
         *       "finished_at": 1784700200,
         *       "steps": 2
         *     }
         */
        ContainerResult: {
            outputs: components["schemas"]["OptionalValues"];
            /** @description Whether outputs were cut; always false here. */
            outputs_truncated: boolean;
            inputs: components["schemas"]["OptionalValues"];
            /** @description Whether inputs were cut; always false here. */
            inputs_truncated: boolean;
            /**
             * @description How it ended.
             * @enum {string}
             */
            status: "succeeded" | "failed";
            /** @description Always null. */
            error: string | null;
            elapsed_time: components["schemas"]["Seconds"];
            /** @description Tokens of all models in it. */
            total_tokens: number;
            execution_metadata: components["schemas"]["ExecutionMetadata"];
            finished_at: components["schemas"]["UnixTime"];
            /** @description Number of items, or most rounds; 0 when a loop's end was reached at once. */
            steps: number;
        };
        /**
         * @description A node has gone through its list.
         * @example {
         *       "event": "iteration_completed",
         *       "workflow_run_id": "fb47b2e6-5e43-4f90-be01-d5c5a088d156",
         *       "task_id": "3938b985-f4c6-4806-87b6-215e0aca9d81",
         *       "data": {
         *         "id": "1784600000203",
         *         "node_id": "1784600000203",
         *         "node_type": "iteration",
         *         "title": "Greet each",
         *         "outputs": {
         *           "output": [
         *             "Hello Ada",
         *             "Hello Lin"
         *           ]
         *         },
         *         "outputs_truncated": false,
         *         "created_at": 1784700200,
         *         "extras": {},
         *         "inputs": {
         *           "iterator_selector": [
         *             "Ada",
         *             "Lin"
         *           ]
         *         },
         *         "inputs_truncated": false,
         *         "status": "succeeded",
         *         "error": null,
         *         "elapsed_time": 0.137402,
         *         "total_tokens": 0,
         *         "execution_metadata": {
         *           "total_tokens": 0,
         *           "total_price": "0.0",
         *           "currency": "USD",
         *           "iteration_duration_map": {
         *             "0": 0.064118,
         *             "1": 0.063542
         *           }
         *         },
         *         "finished_at": 1784700200,
         *         "steps": 2
         *       }
         *     }
         */
        IterationCompletedEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "iteration_completed";
            workflow_run_id: components["schemas"]["RunId"];
            task_id: components["schemas"]["TaskId"];
            data: components["schemas"]["IterationCompletedData"];
        };
        /**
         * @description The iteration that has ended. Its metadata tell the duration of each item.
         * @example {
         *       "id": "1784600000203",
         *       "node_id": "1784600000203",
         *       "node_type": "iteration",
         *       "title": "Greet each",
         *       "outputs": {
         *         "output": [
         *           "Hello Ada",
         *           "Hello Lin"
         *         ]
         *       },
         *       "outputs_truncated": false,
         *       "created_at": 1784700200,
         *       "extras": {},
         *       "inputs": {
         *         "iterator_selector": [
         *           "Ada",
         *           "Lin"
         *         ]
         *       },
         *       "inputs_truncated": false,
         *       "status": "succeeded",
         *       "error": null,
         *       "elapsed_time": 0.137402,
         *       "total_tokens": 0,
         *       "execution_metadata": {
         *         "total_tokens": 0,
         *         "total_price": "0.0",
         *         "currency": "USD",
         *         "iteration_duration_map": {
         *           "0": 0.064118,
         *           "1": 0.063542
         *         }
         *       },
         *       "finished_at": 1784700200,
         *       "steps": 2
         *     }
         */
        IterationCompletedData: components["schemas"]["ContainerHead"] & components["schemas"]["ContainerResult"] & {
            /**
             * @description Kind of the node.
             * @constant
             */
            node_type: "iteration";
        };
        /**
         * @description A node begins to repeat.
         * @example {
         *       "event": "loop_started",
         *       "workflow_run_id": "b71c4e92-5d08-4a3f-9e66-2c8d0f5a7b14",
         *       "task_id": "d4e8f1a6-3b92-4c57-8a0d-6e1f9b2c5d73",
         *       "data": {
         *         "id": "1784600000402",
         *         "node_id": "1784600000402",
         *         "node_type": "loop",
         *         "title": "Polish",
         *         "created_at": 1784700500,
         *         "extras": {},
         *         "metadata": {
         *           "loop_length": 2
         *         },
         *         "inputs": {
         *           "loop_count": 2,
         *           "draft": "Helo"
         *         },
         *         "inputs_truncated": false
         *       }
         *     }
         */
        LoopStartedEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "loop_started";
            workflow_run_id: components["schemas"]["RunId"];
            task_id: components["schemas"]["TaskId"];
            data: components["schemas"]["LoopStartedData"];
        };
        /**
         * @description The loop that begins.
         * @example {
         *       "id": "1784600000402",
         *       "node_id": "1784600000402",
         *       "node_type": "loop",
         *       "title": "Polish",
         *       "created_at": 1784700500,
         *       "extras": {},
         *       "metadata": {
         *         "loop_length": 2
         *       },
         *       "inputs": {
         *         "loop_count": 2,
         *         "draft": "Helo"
         *       },
         *       "inputs_truncated": false
         *     }
         */
        LoopStartedData: components["schemas"]["ContainerHead"] & {
            /**
             * @description Kind of the node.
             * @constant
             */
            node_type: "loop";
            metadata: components["schemas"]["LoopMetadata"];
            /** @description Most rounds, as `loop_count`, and the loop's variables. */
            inputs: {
                [key: string]: unknown;
            };
            /** @description Whether inputs were cut; always false here. */
            inputs_truncated: boolean;
        };
        /**
         * @description How often it can repeat.
         * @example {
         *       "loop_length": 2
         *     }
         */
        LoopMetadata: {
            /** @description Most rounds. */
            loop_length: number;
        } & {
            [key: string]: unknown;
        };
        /**
         * @description A round is over. Comes after each round, so also after the last one unless the loop was broken off.
         * @example {
         *       "event": "loop_next",
         *       "workflow_run_id": "b71c4e92-5d08-4a3f-9e66-2c8d0f5a7b14",
         *       "task_id": "d4e8f1a6-3b92-4c57-8a0d-6e1f9b2c5d73",
         *       "data": {
         *         "id": "1784600000402",
         *         "node_id": "1784600000402",
         *         "node_type": "loop",
         *         "title": "Polish",
         *         "index": 1,
         *         "created_at": 1784700500,
         *         "pre_loop_output": {},
         *         "extras": {}
         *       }
         *     }
         */
        LoopNextEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "loop_next";
            workflow_run_id: components["schemas"]["RunId"];
            task_id: components["schemas"]["TaskId"];
            data: components["schemas"]["LoopNextData"];
        };
        /**
         * @description The round that comes.
         * @example {
         *       "id": "1784600000402",
         *       "node_id": "1784600000402",
         *       "node_type": "loop",
         *       "title": "Polish",
         *       "index": 1,
         *       "created_at": 1784700500,
         *       "pre_loop_output": {},
         *       "extras": {}
         *     }
         */
        LoopNextData: components["schemas"]["ContainerHead"] & {
            /**
             * @description Kind of the node.
             * @constant
             */
            node_type: "loop";
            /** @description How many rounds are over. */
            index: number;
            /** @description Always empty. */
            pre_loop_output: {
                [key: string]: unknown;
            };
        };
        /**
         * @description A node repeats no more.
         * @example {
         *       "event": "loop_completed",
         *       "workflow_run_id": "b71c4e92-5d08-4a3f-9e66-2c8d0f5a7b14",
         *       "task_id": "d4e8f1a6-3b92-4c57-8a0d-6e1f9b2c5d73",
         *       "data": {
         *         "id": "1784600000402",
         *         "node_id": "1784600000402",
         *         "node_type": "loop",
         *         "title": "Polish",
         *         "outputs": {
         *           "draft": "Hello",
         *           "loop_round": 2
         *         },
         *         "outputs_truncated": false,
         *         "created_at": 1784700501,
         *         "extras": {},
         *         "inputs": {
         *           "loop_count": 2,
         *           "draft": "Helo"
         *         },
         *         "inputs_truncated": false,
         *         "status": "succeeded",
         *         "error": null,
         *         "elapsed_time": 0.904311,
         *         "total_tokens": 0,
         *         "execution_metadata": {
         *           "total_tokens": 0,
         *           "total_price": "0.0",
         *           "currency": "USD",
         *           "completed_reason": "loop_completed",
         *           "loop_duration_map": {
         *             "0": 0.451207,
         *             "1": 0.449816
         *           },
         *           "loop_variable_map": {
         *             "0": {
         *               "draft": "Hello"
         *             },
         *             "1": {
         *               "draft": "Hello"
         *             }
         *           }
         *         },
         *         "finished_at": 1784700501,
         *         "steps": 2
         *       }
         *     }
         */
        LoopCompletedEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "loop_completed";
            workflow_run_id: components["schemas"]["RunId"];
            task_id: components["schemas"]["TaskId"];
            data: components["schemas"]["LoopCompletedData"];
        };
        /**
         * @description The loop that has ended. Its outputs are the loop's variables and `loop_round`; its metadata tell durations, variables and why it ended.
         * @example {
         *       "id": "1784600000402",
         *       "node_id": "1784600000402",
         *       "node_type": "loop",
         *       "title": "Polish",
         *       "outputs": {
         *         "draft": "Hello",
         *         "loop_round": 2
         *       },
         *       "outputs_truncated": false,
         *       "created_at": 1784700501,
         *       "extras": {},
         *       "inputs": {
         *         "loop_count": 2,
         *         "draft": "Helo"
         *       },
         *       "inputs_truncated": false,
         *       "status": "succeeded",
         *       "error": null,
         *       "elapsed_time": 0.904311,
         *       "total_tokens": 0,
         *       "execution_metadata": {
         *         "total_tokens": 0,
         *         "total_price": "0.0",
         *         "currency": "USD",
         *         "completed_reason": "loop_completed",
         *         "loop_duration_map": {
         *           "0": 0.451207,
         *           "1": 0.449816
         *         },
         *         "loop_variable_map": {
         *           "0": {
         *             "draft": "Hello"
         *           },
         *           "1": {
         *             "draft": "Hello"
         *           }
         *         }
         *       },
         *       "finished_at": 1784700501,
         *       "steps": 2
         *     }
         */
        LoopCompletedData: components["schemas"]["ContainerHead"] & components["schemas"]["ContainerResult"] & {
            /**
             * @description Kind of the node.
             * @constant
             */
            node_type: "loop";
        };
        /**
         * @description A piece of text that the outputs will hold. An empty piece marks the end of a model's text.
         * @example {
         *       "event": "text_chunk",
         *       "workflow_run_id": "0b6f3c1e-8f5d-4a7b-9c2e-1d4f5a6b7c80",
         *       "task_id": "c3800678-a077-43df-a102-53f23ed20b88",
         *       "data": {
         *         "text": "Tides rise",
         *         "from_variable_selector": [
         *           "1784600000002",
         *           "text"
         *         ]
         *       }
         *     }
         */
        TextChunkEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "text_chunk";
            workflow_run_id: components["schemas"]["RunId"];
            task_id: components["schemas"]["TaskId"];
            data: components["schemas"]["TextChunkData"];
        };
        /**
         * @description The piece, and where it comes from.
         * @example {
         *       "text": "Tides",
         *       "from_variable_selector": [
         *         "1784600000002",
         *         "text"
         *       ]
         *     }
         */
        TextChunkData: {
            /** @description The piece. */
            text: string;
            /** @description The variable that it belongs to, as node id and names. */
            from_variable_selector: string[] | null;
        };
        /**
         * @description A piece of what a model thinks before it answers.
         * @example {
         *       "event": "reasoning_chunk",
         *       "workflow_run_id": "0b6f3c1e-8f5d-4a7b-9c2e-1d4f5a6b7c80",
         *       "task_id": "c3800678-a077-43df-a102-53f23ed20b88",
         *       "data": {
         *         "message_id": null,
         *         "reasoning": "The Moon matters most.",
         *         "node_id": "1784600000002",
         *         "is_final": false
         *       }
         *     }
         */
        ReasoningChunkEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "reasoning_chunk";
            workflow_run_id: components["schemas"]["RunId"];
            task_id: components["schemas"]["TaskId"];
            data: components["schemas"]["ReasoningChunkData"];
        };
        /**
         * @description The piece, and whether it is the last one.
         * @example {
         *       "message_id": null,
         *       "reasoning": "The Moon matters most.",
         *       "node_id": "1784600000002",
         *       "is_final": false
         *     }
         */
        ReasoningChunkData: {
            /** @description Always null in workflow apps. */
            message_id: string | null;
            /** @description The piece. */
            reasoning: string;
            /** @description Graph id of the model's node. */
            node_id: string | null;
            /** @description Whether the thinking is over. */
            is_final: boolean;
        };
        /**
         * @description A step of an agent begins or ends.
         * @example {
         *       "event": "agent_log",
         *       "workflow_run_id": "0b6f3c1e-8f5d-4a7b-9c2e-1d4f5a6b7c80",
         *       "task_id": "c3800678-a077-43df-a102-53f23ed20b88",
         *       "data": {
         *         "node_execution_id": "6c0e1d94-7b25-4f3a-8e60-1a9d5c7f2b48",
         *         "id": "4b8f0a27-d316-4c95-b7e2-09a5d8c3f16e",
         *         "label": "CALL weather",
         *         "parent_id": null,
         *         "error": null,
         *         "status": "start",
         *         "data": {
         *           "tool": "weather"
         *         },
         *         "metadata": {},
         *         "node_id": "1784600000502"
         *       }
         *     }
         */
        AgentLogEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "agent_log";
            workflow_run_id: components["schemas"]["RunId"];
            task_id: components["schemas"]["TaskId"];
            data: components["schemas"]["AgentLogData"];
        };
        /**
         * @description The step.
         * @example {
         *       "node_execution_id": "6c0e1d94-7b25-4f3a-8e60-1a9d5c7f2b48",
         *       "id": "4b8f0a27-d316-4c95-b7e2-09a5d8c3f16e",
         *       "label": "CALL weather",
         *       "parent_id": null,
         *       "error": null,
         *       "status": "start",
         *       "data": {
         *         "tool": "weather"
         *       },
         *       "metadata": {},
         *       "node_id": "1784600000502"
         *     }
         */
        AgentLogData: {
            node_execution_id: components["schemas"]["NodeExecutionId"];
            /** @description Id of the step. */
            id: string;
            /** @description What the step is, for people. */
            label: string;
            /** @description Id of the step around it. */
            parent_id: string | null;
            /** @description What went wrong. */
            error: string | null;
            /**
             * @description How the step stands.
             * @enum {string}
             */
            status: "start" | "success" | "error";
            /** @description What the step works on, and its result. */
            data: {
                [key: string]: unknown;
            };
            /** @description Provider, times and costs. */
            metadata: {
                [key: string]: unknown;
            };
            node_id: components["schemas"]["NodeId"];
        };
        /**
         * @description A form waits to be answered. One for each form, then the pause.
         * @example {
         *       "event": "human_input_required",
         *       "workflow_run_id": "5d1f7a30-92c4-4be8-8a06-6f0c9e2b1d47",
         *       "task_id": "7e4b9d12-c8a3-4f65-b0e9-53d1a6f2c874",
         *       "data": {
         *         "form_id": "019f87c2-4d1e-7a60-9b35-e2c8d40f6a17",
         *         "node_id": "1784600000302",
         *         "node_title": "Review",
         *         "form_content": "Please check this draft: Hello",
         *         "inputs": [
         *           {
         *             "type": "paragraph",
         *             "output_variable_name": "comment",
         *             "default": {
         *               "type": "constant",
         *               "selector": [],
         *               "value": "Fine as it is"
         *             }
         *           }
         *         ],
         *         "actions": [
         *           {
         *             "id": "approve",
         *             "title": "Approve",
         *             "button_style": "primary"
         *           },
         *           {
         *             "id": "reject",
         *             "title": "Reject",
         *             "button_style": "default"
         *           }
         *         ],
         *         "display_in_ui": true,
         *         "form_token": "qV7mZr2TnX4cLk9WbY3sPd",
         *         "approval_channels": [],
         *         "resolved_default_values": {
         *           "comment": "Fine as it is"
         *         },
         *         "expiration_time": 1784786700
         *       }
         *     }
         */
        HumanInputRequiredEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "human_input_required";
            workflow_run_id: components["schemas"]["RunId"];
            task_id: components["schemas"]["TaskId"];
            data: components["schemas"]["HumanInputRequiredData"];
        };
        /**
         * @description The form.
         * @example {
         *       "form_id": "019f87c2-4d1e-7a60-9b35-e2c8d40f6a17",
         *       "node_id": "1784600000302",
         *       "node_title": "Review",
         *       "form_content": "Please check this draft: Hello",
         *       "inputs": [
         *         {
         *           "type": "paragraph",
         *           "output_variable_name": "comment",
         *           "default": {
         *             "type": "constant",
         *             "selector": [],
         *             "value": "Fine as it is"
         *           }
         *         }
         *       ],
         *       "actions": [
         *         {
         *           "id": "approve",
         *           "title": "Approve",
         *           "button_style": "primary"
         *         },
         *         {
         *           "id": "reject",
         *           "title": "Reject",
         *           "button_style": "default"
         *         }
         *       ],
         *       "display_in_ui": true,
         *       "form_token": "qV7mZr2TnX4cLk9WbY3sPd",
         *       "approval_channels": [],
         *       "resolved_default_values": {
         *         "comment": "Fine as it is"
         *       },
         *       "expiration_time": 1784786700
         *     }
         */
        HumanInputRequiredData: {
            /** @description Id of the form. */
            form_id: string;
            node_id: components["schemas"]["NodeId"];
            node_title: components["schemas"]["NodeTitle"];
            /** @description The text of the form, variables filled in. */
            form_content: string;
            /** @description The fields of the form. */
            inputs: components["schemas"]["FormField"][];
            /** @description What the person can choose. */
            actions: components["schemas"]["FormAction"][];
            /** @description Whether web pages show the form. */
            display_in_ui: boolean;
            /** @description Token to read and answer the form by; null when it is not meant for web pages. */
            form_token: string | null;
            /** @description By which ways people are asked. */
            approval_channels?: string[];
            resolved_default_values: components["schemas"]["Values"];
            expiration_time: components["schemas"]["UnixTime"];
        };
        /**
         * @description A form was answered.
         * @example {
         *       "event": "human_input_form_filled",
         *       "workflow_run_id": "5d1f7a30-92c4-4be8-8a06-6f0c9e2b1d47",
         *       "task_id": "7e4b9d12-c8a3-4f65-b0e9-53d1a6f2c874",
         *       "data": {
         *         "node_id": "1784600000302",
         *         "node_title": "Review",
         *         "rendered_content": "Please check this draft: Hello",
         *         "action_id": "approve",
         *         "action_text": "Approve",
         *         "submitted_data": {
         *           "comment": "Well said"
         *         }
         *       }
         *     }
         */
        HumanInputFormFilledEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "human_input_form_filled";
            workflow_run_id: components["schemas"]["RunId"];
            task_id: components["schemas"]["TaskId"];
            data: components["schemas"]["HumanInputFormFilledData"];
        };
        /**
         * @description The answer.
         * @example {
         *       "node_id": "1784600000302",
         *       "node_title": "Review",
         *       "rendered_content": "Please check this draft: Hello",
         *       "action_id": "approve",
         *       "action_text": "Approve",
         *       "submitted_data": {
         *         "comment": "Well said"
         *       }
         *     }
         */
        HumanInputFormFilledData: {
            node_id: components["schemas"]["NodeId"];
            node_title: components["schemas"]["NodeTitle"];
            /** @description The text of the form, the answers filled in. */
            rendered_content: string;
            /** @description Id of the action that was chosen. */
            action_id: string;
            /** @description Title of that action. */
            action_text: string;
            /** @description Values of the fields, by output variable. */
            submitted_data: {
                [key: string]: unknown;
            } | null;
        };
        /**
         * @description A form was not answered in time.
         * @example {
         *       "event": "human_input_form_timeout",
         *       "workflow_run_id": "5d1f7a30-92c4-4be8-8a06-6f0c9e2b1d47",
         *       "task_id": "7e4b9d12-c8a3-4f65-b0e9-53d1a6f2c874",
         *       "data": {
         *         "node_id": "1784600000302",
         *         "node_title": "Review",
         *         "expiration_time": 1784786700
         *       }
         *     }
         */
        HumanInputFormTimeoutEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "human_input_form_timeout";
            workflow_run_id: components["schemas"]["RunId"];
            task_id: components["schemas"]["TaskId"];
            data: components["schemas"]["HumanInputFormTimeoutData"];
        };
        /**
         * @description The form whose time is over.
         * @example {
         *       "node_id": "1784600000302",
         *       "node_title": "Review",
         *       "expiration_time": 1784786700
         *     }
         */
        HumanInputFormTimeoutData: {
            node_id: components["schemas"]["NodeId"];
            node_title: components["schemas"]["NodeTitle"];
            expiration_time: components["schemas"]["UnixTime"];
        };
        /**
         * @description A piece of the spoken answer. Comes between any other events when the app speaks by itself.
         * @example {
         *       "event": "tts_message",
         *       "workflow_run_id": "0b6f3c1e-8f5d-4a7b-9c2e-1d4f5a6b7c80",
         *       "task_id": "c3800678-a077-43df-a102-53f23ed20b88",
         *       "audio": "SUQz"
         *     }
         */
        TtsMessageEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "tts_message";
            workflow_run_id: components["schemas"]["RunId"];
            task_id: components["schemas"]["TaskId"];
            /** @description MP3 in base64. */
            audio: string;
        };
        /**
         * @description The answer has been spoken.
         * @example {
         *       "event": "tts_message_end",
         *       "workflow_run_id": "0b6f3c1e-8f5d-4a7b-9c2e-1d4f5a6b7c80",
         *       "task_id": "c3800678-a077-43df-a102-53f23ed20b88",
         *       "audio": ""
         *     }
         */
        TtsMessageEndEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "tts_message_end";
            workflow_run_id: components["schemas"]["RunId"];
            task_id: components["schemas"]["TaskId"];
            /** @description Always empty. */
            audio: string;
        };
        /**
         * @description The run could not be started, or the server failed in mid-run. An error before the run begins has a message and the status 500 only, whoever is to blame. Nothing but pings
         *     follows. A node that fails makes no such event.
         * @example {
         *       "event": "error",
         *       "message": "topic is required in input form",
         *       "status": 500
         *     }
         * @example {
         *       "event": "error",
         *       "workflow_run_id": "0b6f3c1e-8f5d-4a7b-9c2e-1d4f5a6b7c80",
         *       "code": "internal_server_error",
         *       "status": 500,
         *       "message": "Internal Server Error, please contact support."
         *     }
         */
        RunErrorEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "error";
            /**
             * Format: uuid
             * @description Id of the run; null before it has begun.
             */
            workflow_run_id?: string | null;
            task_id?: components["schemas"]["TaskId"];
            /**
             * @description Name of the error, to compare with.
             * @enum {string}
             */
            code?: "invalid_param" | "provider_not_initialize" | "provider_quota_exceeded" | "model_currently_not_support" | "completion_request_error" | "rate_limit_error" | "internal_server_error";
            /** @description The HTTP status that would have been answered. */
            status: number;
            /** @description What went wrong, for people. */
            message: string;
        };
    };
    responses: {
        /** @description The run was started. In blocking mode it has ended or waits, and may well have failed; in streaming mode its events follow. */
        WorkflowRunStarted: {
            headers: {
                "X-Version": components["headers"]["XVersion"];
                "X-Env": components["headers"]["XEnv"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["BlockingRun"];
                "text/event-stream": EventStreamOf<components["schemas"]["WorkflowStreamEvent"]>;
            };
        };
        /**
         * @description The run was not started. In streaming mode only a missing user, a wrong app mode, a body of the wrong shape or an unpublished workflow end up here; broken inputs become an
         *     `error` event.
         */
        RunRefused: {
            headers: {
                "X-Version": components["headers"]["XVersion"];
                "X-Env": components["headers"]["XEnv"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RunRefusedError"];
            };
        };
        /** @description The run was not started: the request is not acceptable, or the id names no published version. In streaming mode broken inputs become an `error` event. */
        RunByIdRefused: {
            headers: {
                "X-Version": components["headers"]["XVersion"];
                "X-Env": components["headers"]["XEnv"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RunRefusedError"];
            };
        };
        /** @description The app behind the key is no workflow. */
        WrongAppMode: {
            headers: {
                "X-Version": components["headers"]["XVersion"];
                "X-Env": components["headers"]["XEnv"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"] & {
                    /**
                     * @description The route is not for this kind of app.
                     * @constant
                     */
                    code: "not_workflow_app";
                    /**
                     * @description The HTTP status.
                     * @constant
                     */
                    status: 400;
                };
            };
        };
        /** @description There is no key, or not one of an app. */
        Unauthorized: {
            headers: {
                "X-Version": components["headers"]["XVersion"];
                "X-Env": components["headers"]["XEnv"];
                "WWW-Authenticate": components["headers"]["BearerChallenge"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["UnauthorizedError"];
            };
        };
        /** @description The app, its API or its workspace is switched off. */
        AppForbidden: {
            headers: {
                "X-Version": components["headers"]["XVersion"];
                "X-Env": components["headers"]["XEnv"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ForbiddenError"];
            };
        };
        /** @description The token is unknown, belongs to another app, or its form is not meant for web pages. */
        FormNotFound: {
            headers: {
                "X-Version": components["headers"]["XVersion"];
                "X-Env": components["headers"]["XEnv"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["NotFoundError"];
            };
        };
        /** @description The form was answered already, or its time is over. */
        FormClosed: {
            headers: {
                "X-Version": components["headers"]["XVersion"];
                "X-Env": components["headers"]["XEnv"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"] & {
                    /**
                     * @description Why the form is closed.
                     * @enum {unknown}
                     */
                    code: "human_input_form_submitted" | "human_input_form_expired";
                    /**
                     * @description The HTTP status.
                     * @constant
                     */
                    status: 412;
                };
            };
        };
        /** @description The body is larger than the proxy before the app lets through, 100 MB as shipped. The proxy answers, with a page of its own. */
        BodyTooLarge: {
            headers: {
                "X-Version": components["headers"]["XVersionOfApp"];
                "X-Env": components["headers"]["XEnvOfApp"];
                [name: string]: unknown;
            };
            content: {
                "text/html": components["schemas"]["HtmlPage"];
            };
        };
        /** @description The content type of the request is not JSON. */
        NotJson: {
            headers: {
                "X-Version": components["headers"]["XVersion"];
                "X-Env": components["headers"]["XEnv"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"] & {
                    /**
                     * @description The content type is not taken.
                     * @constant
                     */
                    code: "unsupported_media_type";
                    /**
                     * @description The HTTP status.
                     * @constant
                     */
                    status: 415;
                };
            };
        };
        /** @description Too many runs of the app at once, or the quota of the workspace is used up. */
        TooManyRuns: {
            headers: {
                "X-Version": components["headers"]["XVersion"];
                "X-Env": components["headers"]["XEnv"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"] & {
                    /**
                     * @description Which limit was met.
                     * @enum {unknown}
                     */
                    code: "too_many_requests" | "rate_limit_error";
                    /**
                     * @description The HTTP status.
                     * @constant
                     */
                    status: 429;
                };
            };
        };
        /** @description The server failed. A JSON body that is no object ends here as well. */
        ServerFault: {
            headers: {
                "X-Version": components["headers"]["XVersion"];
                "X-Env": components["headers"]["XEnv"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ServerFaultError"];
            };
        };
        /** @description The server failed. An id that is no UUID ends here as well. */
        ServerFaultOnId: {
            headers: {
                "X-Version": components["headers"]["XVersion"];
                "X-Env": components["headers"]["XEnv"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ServerFaultError"];
            };
        };
    };
    parameters: {
        /** @description Id of the run. */
        WorkflowRunId: string;
        /** @description Id of a published version of the workflow. */
        WorkflowId: string;
        /** @description Id of the task, as every event but `error` and ping carries it. */
        TaskIdPath: string;
        /** @description Token of the form, from `human_input_required`. */
        FormToken: string;
        /** @description Id of the file. */
        FileId: string;
        /** @description Id of the end user, which is not the `user` of requests. */
        EndUserId: string;
        /** @description On whose behalf the call is made; must be the user that started the run. */
        UserQuery: string;
        /** @description On whose behalf the call is made. Access does not depend on it. */
        OptionalUserQuery: string;
        /** @description 1 to 128 letters, digits, `-` or `_` by which traces find the run. Others are ignored. */
        TraceIdHeader: string;
        /** @description The same as the header `X-Trace-Id`. */
        TraceIdQuery: string;
        /** @description Groups traces; 1 to 200 characters after trimming. Others are refused with a 400, code `bad_request`. */
        TraceSessionIdHeader: string;
        /** @description The same as the header `X-Trace-Session-Id`. */
        TraceSessionIdQuery: string;
    };
    requestBodies: {
        /** @description Inputs of the run, on whose behalf it is made, and how to answer. */
        RunWorkflow: {
            content: {
                "application/json": components["schemas"]["RunRequest"];
            };
        };
    };
    headers: {
        /** @description Version of the server. */
        XVersion: string;
        /** @description Name of the environment that the server was deployed as. */
        XEnv: string;
        /** @description Version of the server; missing where a proxy answers in its place. */
        XVersionOfApp: string;
        /** @description Name of the environment that the server was deployed as; missing where a proxy answers in its place. */
        XEnvOfApp: string;
        /** @description How to authenticate. */
        BearerChallenge: "Bearer realm=\"api\"";
    };
    pathItems: never;
}
/** What every refusal in JSON looks like. */
export type ApiError = components['schemas']['ApiError'];
/** A refusal to start a run, with status 400. */
export type RunRefusedError = components['schemas']['RunRefusedError'];
/** A refusal of parameters, with status 400. */
export type InvalidParamError = components['schemas']['InvalidParamError'];
/** A refusal with status 401. */
export type UnauthorizedError = components['schemas']['UnauthorizedError'];
/** A refusal with status 403. */
export type ForbiddenError = components['schemas']['ForbiddenError'];
/** A refusal with status 404. */
export type NotFoundError = components['schemas']['NotFoundError'];
/** A failure of the server, with status 500. */
export type ServerFaultError = components['schemas']['ServerFaultError'];
/** A page for people, in HTML. */
export type HtmlPage = components['schemas']['HtmlPage'];
/** Id of the task, by which a run is stopped. */
export type TaskId = components['schemas']['TaskId'];
/** Id of the run. */
export type RunId = components['schemas']['RunId'];
/** Id of the version of the workflow that runs. */
export type VersionId = components['schemas']['VersionId'];
/** Id of one execution of a node; the same in all its events. */
export type NodeExecutionId = components['schemas']['NodeExecutionId'];
/** Id of a node in the graph, mostly thirteen digits. An iteration runs the same node several times. */
export type NodeId = components['schemas']['NodeId'];
/** Kind of the node, such as `start`, `llm`, `tool`, `code`, `http-request`, `if-else`, `human-input` or `end`. More can be added. */
export type NodeType = components['schemas']['NodeType'];
/** Name of the node, as its author gave it. */
export type NodeTitle = components['schemas']['NodeTitle'];
/** A time in whole seconds since 1970. */
export type UnixTime = components['schemas']['UnixTime'];
/** A duration in seconds. */
export type Seconds = components['schemas']['Seconds'];
/** Values by name. */
export type Values = components['schemas']['Values'];
/** Values by name, if there are any to show. */
export type OptionalValues = components['schemas']['OptionalValues'];
/** What the end nodes hand out, by name; empty when there is nothing. */
export type RunOutputs = components['schemas']['RunOutputs'];
/** Kind of a file. */
export type FileType = components['schemas']['FileType'];
/** A wish to run the workflow. Other fields are ignored. */
export type RunRequest = components['schemas']['RunRequest'];
/** A file given to a run. */
export type FileInput = components['schemas']['FileInput'];
/** A file that the server shall fetch. */
export type RemoteFileInput = components['schemas']['RemoteFileInput'];
/** A file that was uploaded before, by the same user. */
export type LocalFileInput = components['schemas']['LocalFileInput'];
/** Who wants the run to stop. */
export type StopRequest = components['schemas']['StopRequest'];
/** What a person answered. */
export type FormAnswerRequest = components['schemas']['FormAnswerRequest'];
/** A form with one file. */
export type FileUpload = components['schemas']['FileUpload'];
/** A form with one recording. */
export type AudioUpload = components['schemas']['AudioUpload'];
/** What to say, as a text or as the answer of a chat message. */
export type SpeechRequest = components['schemas']['SpeechRequest'];
/** How a run stands. `scheduled` is defined and not used. */
export type RunStatus = components['schemas']['RunStatus'];
/** A run that was waited for. */
export type BlockingRun = components['schemas']['BlockingRun'];
/** How the run ended, or what it waits for. */
export type BlockingRunData = components['schemas']['BlockingRunData'];
/** A run as it is stored. */
export type WorkflowRunRecord = components['schemas']['WorkflowRunRecord'];
/** The answer to every wish to stop. */
export type StopResult = components['schemas']['StopResult'];
/** One page of the history, newest first. */
export type WorkflowLogPage = components['schemas']['WorkflowLogPage'];
/** One run in the history. */
export type WorkflowLogEntry = components['schemas']['WorkflowLogEntry'];
/** A run, in short. */
export type LoggedRun = components['schemas']['LoggedRun'];
/** An account of the workspace. */
export type LoggedAccount = components['schemas']['LoggedAccount'];
/** An end user of the app. */
export type LoggedEndUser = components['schemas']['LoggedEndUser'];
/** A form that a run waits for. */
export type HumanInputForm = components['schemas']['HumanInputForm'];
/** A button of a form. */
export type FormAction = components['schemas']['FormAction'];
/** A field of a form. */
export type FormField = components['schemas']['FormField'];
/** A field for text. */
export type ParagraphField = components['schemas']['ParagraphField'];
/** A value given here, or taken from a variable. */
export type FieldDefault = components['schemas']['FieldDefault'];
/** A field with a choice. */
export type SelectField = components['schemas']['SelectField'];
/** Options given here, or taken from a variable. */
export type OptionSource = components['schemas']['OptionSource'];
/** A field for one file. */
export type FileField = components['schemas']['FileField'];
/** A field for several files. */
export type FileListField = components['schemas']['FileListField'];
/** What is allowed. */
export type AllowedWords = components['schemas']['AllowedWords'];
/** Nothing more to say. */
export type FormAnswerResult = components['schemas']['FormAnswerResult'];
/** A form that the run waits for. Its tag stands under `TYPE` or `type`. */
export type HumanInputPauseReason = components['schemas']['HumanInputPauseReason'];
/** A pause that was planned. Its tag stands under `TYPE` or `type`. */
export type ScheduledPauseReason = components['schemas']['ScheduledPauseReason'];
/** Why a run is paused. */
export type PauseReason = components['schemas']['PauseReason'];
/** What the server says of itself. */
export type Welcome = components['schemas']['Welcome'];
/** The app in short. */
export type AppInfo = components['schemas']['AppInfo'];
/** What the app takes and how it behaves. */
export type AppParameters = components['schemas']['AppParameters'];
/** Whether something is on, and its settings. */
export type FeatureSwitch = components['schemas']['FeatureSwitch'];
/** Whether answers can be spoken, and how. */
export type SpeechSwitch = components['schemas']['SpeechSwitch'];
/** How images can be given. */
export type ImageUpload = components['schemas']['ImageUpload'];
/** Limits of the server; sizes in MB. */
export type SystemParameters = components['schemas']['SystemParameters'];
/** A variable of the start node under the name of its control; exactly one key. */
export type InputControl = components['schemas']['InputControl'];
/** A variable as its author set it up, passed through as it is stored. */
export type InputVariable = components['schemas']['InputVariable'];
/** The icons of the tools in the workflow. */
export type AppMeta = components['schemas']['AppMeta'];
/** The icon of a tool, as the URL of an image or as a character on a colour. */
export type ToolIcon = components['schemas']['ToolIcon'];
/** A character on a colour. */
export type CharacterIcon = components['schemas']['CharacterIcon'];
/** Settings of the app's own page. */
export type AppSite = components['schemas']['AppSite'];
/** Someone on whose behalf the app was used. */
export type EndUser = components['schemas']['EndUser'];
/** A file that was stored. */
export type UploadedFile = components['schemas']['UploadedFile'];
/** What was said. */
export type Transcript = components['schemas']['Transcript'];
/** One frame of the stream. A ping is a named frame without data; every other frame has data and no name. */
export type WorkflowStreamFrame = components['schemas']['WorkflowStreamFrame'];
/** One event of a run. A ping has no data on the wire; it stands here as the fields of its frame. */
export type WorkflowStreamEvent = components['schemas']['WorkflowStreamEvent'];
/** A sign of life, sent at once and then about every ten seconds. */
export type PingEvent = components['schemas']['PingEvent'];
/** The run begins, or goes on after a pause. */
export type WorkflowStartedEvent = components['schemas']['WorkflowStartedEvent'];
/** What runs, and on which inputs. */
export type WorkflowStartedData = components['schemas']['WorkflowStartedData'];
/** The run has ended, and so does the stream. */
export type WorkflowFinishedEvent = components['schemas']['WorkflowFinishedEvent'];
/** How the run ended. */
export type WorkflowFinishedData = components['schemas']['WorkflowFinishedData'];
/** On whose behalf the run was made. */
export type RunCreator = components['schemas']['RunCreator'];
/** The run waits, and the stream ends unless it was asked to go on. */
export type WorkflowPausedEvent = components['schemas']['WorkflowPausedEvent'];
/** What the run waits for. */
export type WorkflowPausedData = components['schemas']['WorkflowPausedData'];
/** A node begins. Iterations and loops have their own events instead, except in a replay. */
export type NodeStartedEvent = components['schemas']['NodeStartedEvent'];
/** The node that begins. Replayed ones lack `agent_strategy` and `inputs_truncated`. */
export type NodeStartedData = components['schemas']['NodeStartedData'];
/** How an agent works. */
export type AgentStrategy = components['schemas']['AgentStrategy'];
/** The node's place among the nodes; counts up in a replay only. */
export type NodeIndex = components['schemas']['NodeIndex'];
/** Graph id of the node before. */
export type PredecessorNodeId = components['schemas']['PredecessorNodeId'];
/** Graph id of the iteration that the node runs in. */
export type IterationId = components['schemas']['IterationId'];
/** Graph id of the loop that the node runs in. */
export type LoopId = components['schemas']['LoopId'];
/** What one execution of a node, or one attempt, came to. Replayed ones lack the `…_truncated` fields, and their values are null. */
export type NodeResult = components['schemas']['NodeResult'];
/** What the execution cost and where it stood; null when there is nothing to say. More keys can come. */
export type ExecutionMetadata = components['schemas']['ExecutionMetadata'];
/** A node has ended. */
export type NodeFinishedEvent = components['schemas']['NodeFinishedEvent'];
/** The node that has ended. */
export type NodeFinishedData = components['schemas']['NodeFinishedData'];
/** An attempt failed and the next one begins. Told after the wait; no further `node_started` follows. */
export type NodeRetryEvent = components['schemas']['NodeRetryEvent'];
/** The attempt that failed. */
export type NodeRetryData = components['schemas']['NodeRetryData'];
/** A file among the inputs or outputs. */
export type FileValue = components['schemas']['FileValue'];
/** A node begins to go through a list. An empty list makes no event at all. */
export type IterationStartedEvent = components['schemas']['IterationStartedEvent'];
/** Which iteration or loop it is. */
export type ContainerHead = components['schemas']['ContainerHead'];
/** The iteration that begins. */
export type IterationStartedData = components['schemas']['IterationStartedData'];
/** How long the list is. */
export type IterationMetadata = components['schemas']['IterationMetadata'];
/** The next item is taken. Parallel iterations take all at once. */
export type IterationNextEvent = components['schemas']['IterationNextEvent'];
/** The item that is taken. */
export type IterationNextData = components['schemas']['IterationNextData'];
/** What an iteration or a loop came to. */
export type ContainerResult = components['schemas']['ContainerResult'];
/** A node has gone through its list. */
export type IterationCompletedEvent = components['schemas']['IterationCompletedEvent'];
/** The iteration that has ended. Its metadata tell the duration of each item. */
export type IterationCompletedData = components['schemas']['IterationCompletedData'];
/** A node begins to repeat. */
export type LoopStartedEvent = components['schemas']['LoopStartedEvent'];
/** The loop that begins. */
export type LoopStartedData = components['schemas']['LoopStartedData'];
/** How often it can repeat. */
export type LoopMetadata = components['schemas']['LoopMetadata'];
/** A round is over. Comes after each round, so also after the last one unless the loop was broken off. */
export type LoopNextEvent = components['schemas']['LoopNextEvent'];
/** The round that comes. */
export type LoopNextData = components['schemas']['LoopNextData'];
/** A node repeats no more. */
export type LoopCompletedEvent = components['schemas']['LoopCompletedEvent'];
/** The loop that has ended. Its outputs are the loop's variables and `loop_round`; its metadata tell durations, variables and why it ended. */
export type LoopCompletedData = components['schemas']['LoopCompletedData'];
/** A piece of text that the outputs will hold. An empty piece marks the end of a model's text. */
export type TextChunkEvent = components['schemas']['TextChunkEvent'];
/** The piece, and where it comes from. */
export type TextChunkData = components['schemas']['TextChunkData'];
/** A piece of what a model thinks before it answers. */
export type ReasoningChunkEvent = components['schemas']['ReasoningChunkEvent'];
/** The piece, and whether it is the last one. */
export type ReasoningChunkData = components['schemas']['ReasoningChunkData'];
/** A step of an agent begins or ends. */
export type AgentLogEvent = components['schemas']['AgentLogEvent'];
/** The step. */
export type AgentLogData = components['schemas']['AgentLogData'];
/** A form waits to be answered. One for each form, then the pause. */
export type HumanInputRequiredEvent = components['schemas']['HumanInputRequiredEvent'];
/** The form. */
export type HumanInputRequiredData = components['schemas']['HumanInputRequiredData'];
/** A form was answered. */
export type HumanInputFormFilledEvent = components['schemas']['HumanInputFormFilledEvent'];
/** The answer. */
export type HumanInputFormFilledData = components['schemas']['HumanInputFormFilledData'];
/** A form was not answered in time. */
export type HumanInputFormTimeoutEvent = components['schemas']['HumanInputFormTimeoutEvent'];
/** The form whose time is over. */
export type HumanInputFormTimeoutData = components['schemas']['HumanInputFormTimeoutData'];
/** A piece of the spoken answer. Comes between any other events when the app speaks by itself. */
export type TtsMessageEvent = components['schemas']['TtsMessageEvent'];
/** The answer has been spoken. */
export type TtsMessageEndEvent = components['schemas']['TtsMessageEndEvent'];
/** The run could not be started, or the server failed in mid-run. An error before the run begins has a message and the status 500 only, whoever is to blame. Nothing but pings follows. A node that fails makes no such event. */
export type RunErrorEvent = components['schemas']['RunErrorEvent'];
export type ResponseWorkflowRunStarted = components['responses']['WorkflowRunStarted'];
export type ResponseRunRefused = components['responses']['RunRefused'];
export type ResponseRunByIdRefused = components['responses']['RunByIdRefused'];
export type ResponseWrongAppMode = components['responses']['WrongAppMode'];
export type ResponseUnauthorized = components['responses']['Unauthorized'];
export type ResponseAppForbidden = components['responses']['AppForbidden'];
export type ResponseFormNotFound = components['responses']['FormNotFound'];
export type ResponseFormClosed = components['responses']['FormClosed'];
export type ResponseBodyTooLarge = components['responses']['BodyTooLarge'];
export type ResponseNotJson = components['responses']['NotJson'];
export type ResponseTooManyRuns = components['responses']['TooManyRuns'];
export type ResponseServerFault = components['responses']['ServerFault'];
export type ResponseServerFaultOnId = components['responses']['ServerFaultOnId'];
export type ParameterWorkflowRunId = components['parameters']['WorkflowRunId'];
export type ParameterWorkflowId = components['parameters']['WorkflowId'];
export type ParameterTaskIdPath = components['parameters']['TaskIdPath'];
export type ParameterFormToken = components['parameters']['FormToken'];
export type ParameterFileId = components['parameters']['FileId'];
export type ParameterEndUserId = components['parameters']['EndUserId'];
export type ParameterUserQuery = components['parameters']['UserQuery'];
export type ParameterOptionalUserQuery = components['parameters']['OptionalUserQuery'];
export type ParameterTraceIdHeader = components['parameters']['TraceIdHeader'];
export type ParameterTraceIdQuery = components['parameters']['TraceIdQuery'];
export type ParameterTraceSessionIdHeader = components['parameters']['TraceSessionIdHeader'];
export type ParameterTraceSessionIdQuery = components['parameters']['TraceSessionIdQuery'];
export type RequestBodyRunWorkflow = components['requestBodies']['RunWorkflow'];
export type HeaderXVersion = components['headers']['XVersion'];
export type HeaderXEnv = components['headers']['XEnv'];
export type HeaderXVersionOfApp = components['headers']['XVersionOfApp'];
export type HeaderXEnvOfApp = components['headers']['XEnvOfApp'];
export type HeaderBearerChallenge = components['headers']['BearerChallenge'];
/** Definitions of the document outside its components. */
export type $defs = Record<string, never>;
/** Every operation by its id. */
export interface operations {
    getWelcome: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The API is there. */
            200: {
                headers: {
                    "X-Version": components["headers"]["XVersion"];
                    "X-Env": components["headers"]["XEnv"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Welcome"];
                };
            };
        };
    };
    runWorkflow: {
        parameters: {
            query?: {
                /** @description The same as the header `X-Trace-Id`. */
                trace_id?: components["parameters"]["TraceIdQuery"];
                /** @description The same as the header `X-Trace-Session-Id`. */
                trace_session_id?: components["parameters"]["TraceSessionIdQuery"];
            };
            header?: {
                /** @description 1 to 128 letters, digits, `-` or `_` by which traces find the run. Others are ignored. */
                "X-Trace-Id"?: components["parameters"]["TraceIdHeader"];
                /** @description Groups traces; 1 to 200 characters after trimming. Others are refused with a 400, code `bad_request`. */
                "X-Trace-Session-Id"?: components["parameters"]["TraceSessionIdHeader"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["RunWorkflow"];
        responses: {
            200: components["responses"]["WorkflowRunStarted"];
            400: components["responses"]["RunRefused"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AppForbidden"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["NotJson"];
            429: components["responses"]["TooManyRuns"];
            500: components["responses"]["ServerFault"];
        };
    };
    runWorkflowById: {
        parameters: {
            query?: {
                /** @description The same as the header `X-Trace-Id`. */
                trace_id?: components["parameters"]["TraceIdQuery"];
                /** @description The same as the header `X-Trace-Session-Id`. */
                trace_session_id?: components["parameters"]["TraceSessionIdQuery"];
            };
            header?: {
                /** @description 1 to 128 letters, digits, `-` or `_` by which traces find the run. Others are ignored. */
                "X-Trace-Id"?: components["parameters"]["TraceIdHeader"];
                /** @description Groups traces; 1 to 200 characters after trimming. Others are refused with a 400, code `bad_request`. */
                "X-Trace-Session-Id"?: components["parameters"]["TraceSessionIdHeader"];
            };
            path: {
                /** @description Id of a published version of the workflow. */
                workflow_id: components["parameters"]["WorkflowId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["RunWorkflow"];
        responses: {
            200: components["responses"]["WorkflowRunStarted"];
            400: components["responses"]["RunByIdRefused"];
            401: components["responses"]["Unauthorized"];
            /** @description The app, its workspace or its API is switched off, or the plan does not include running versions. */
            403: {
                headers: {
                    "X-Version": components["headers"]["XVersion"];
                    "X-Env": components["headers"]["XEnv"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiError"] & {
                        /**
                         * @description What is forbidden.
                         * @enum {unknown}
                         */
                        code: "forbidden" | "workflow_version_execution_not_allowed";
                        /**
                         * @description The HTTP status.
                         * @constant
                         */
                        status: 403;
                    };
                };
            };
            /** @description The app has no such version. */
            404: {
                headers: {
                    "X-Version": components["headers"]["XVersion"];
                    "X-Env": components["headers"]["XEnv"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotFoundError"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["NotJson"];
            429: components["responses"]["TooManyRuns"];
            500: components["responses"]["ServerFault"];
        };
    };
    getWorkflowRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the run. */
                workflow_run_id: components["parameters"]["WorkflowRunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run as it stands. */
            200: {
                headers: {
                    "X-Version": components["headers"]["XVersion"];
                    "X-Env": components["headers"]["XEnv"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowRunRecord"];
                };
            };
            400: components["responses"]["WrongAppMode"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AppForbidden"];
            /** @description The app has no such run, or the run has not begun yet. */
            404: {
                headers: {
                    "X-Version": components["headers"]["XVersion"];
                    "X-Env": components["headers"]["XEnv"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotFoundError"];
                };
            };
            500: components["responses"]["ServerFaultOnId"];
        };
    };
    stopWorkflowTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the task, as every event but `error` and ping carries it. */
                task_id: components["parameters"]["TaskIdPath"];
            };
            cookie?: never;
        };
        /** @description On whose behalf the run is stopped. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["StopRequest"];
            };
        };
        responses: {
            /** @description The wish is noted. */
            200: {
                headers: {
                    "X-Version": components["headers"]["XVersion"];
                    "X-Env": components["headers"]["XEnv"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StopResult"];
                };
            };
            /** @description The user is missing, the body is broken, or the app is no workflow. */
            400: {
                headers: {
                    "X-Version": components["headers"]["XVersion"];
                    "X-Env": components["headers"]["XEnv"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiError"] & {
                        /**
                         * @description What is wrong.
                         * @enum {unknown}
                         */
                        code: "invalid_param" | "bad_request" | "not_workflow_app";
                        /**
                         * @description The HTTP status.
                         * @constant
                         */
                        status: 400;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AppForbidden"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["ServerFault"];
        };
    };
    streamWorkflowEvents: {
        parameters: {
            query: {
                /** @description On whose behalf the call is made; must be the user that started the run. */
                user: components["parameters"]["UserQuery"];
                /** @description `true` (in any case) replays what has happened so far; everything else means no. */
                include_state_snapshot?: string;
                /** @description `true` (in any case) keeps the stream open while the run waits for a person; everything else means no. */
                continue_on_pause?: string;
            };
            header?: never;
            path: {
                /** @description Id of the run. */
                workflow_run_id: components["parameters"]["WorkflowRunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events of the run, as they happen. */
            200: {
                headers: {
                    "X-Version": components["headers"]["XVersion"];
                    "X-Env": components["headers"]["XEnv"];
                    /** @description Keeps caches away from the stream. */
                    "Cache-Control": string;
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": EventStreamOf<components["schemas"]["WorkflowStreamEvent"]>;
                };
            };
            /** @description The user is missing, or the app is no workflow. */
            400: {
                headers: {
                    "X-Version": components["headers"]["XVersion"];
                    "X-Env": components["headers"]["XEnv"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiError"] & {
                        /**
                         * @description What is wrong.
                         * @enum {unknown}
                         */
                        code: "invalid_param" | "not_workflow_app";
                        /**
                         * @description The HTTP status.
                         * @constant
                         */
                        status: 400;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AppForbidden"];
            /** @description This user started no such run with this app. */
            404: {
                headers: {
                    "X-Version": components["headers"]["XVersion"];
                    "X-Env": components["headers"]["XEnv"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotFoundError"];
                };
            };
            500: components["responses"]["ServerFaultOnId"];
        };
    };
    listWorkflowLogs: {
        parameters: {
            query?: {
                /** @description Only runs in which this text occurs. */
                keyword?: string;
                /** @description Only runs that ended so. */
                status?: "succeeded" | "failed" | "stopped";
                /** @description Only runs created before this ISO 8601 time. */
                created_at__before?: string;
                /** @description Only runs created after this ISO 8601 time. */
                created_at__after?: string;
                /** @description Only runs of the end user with this name, as it was given in `user`. */
                created_by_end_user_session_id?: string;
                /** @description Only runs of the account with this email address. */
                created_by_account?: string;
                /** @description Number of the page, from 1. */
                page?: number;
                /** @description Most entries on a page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of runs. */
            200: {
                headers: {
                    "X-Version": components["headers"]["XVersion"];
                    "X-Env": components["headers"]["XEnv"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowLogPage"];
                };
            };
            /** @description A filter or a page number is not valid. */
            400: {
                headers: {
                    "X-Version": components["headers"]["XVersion"];
                    "X-Env": components["headers"]["XEnv"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvalidParamError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AppForbidden"];
            500: components["responses"]["ServerFault"];
        };
    };
    getHumanInputForm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Token of the form, from `human_input_required`. */
                form_token: components["parameters"]["FormToken"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The form, still open. */
            200: {
                headers: {
                    "X-Version": components["headers"]["XVersion"];
                    "X-Env": components["headers"]["XEnv"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HumanInputForm"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AppForbidden"];
            404: components["responses"]["FormNotFound"];
            412: components["responses"]["FormClosed"];
            500: components["responses"]["ServerFault"];
        };
    };
    submitHumanInputForm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Token of the form, from `human_input_required`. */
                form_token: components["parameters"]["FormToken"];
            };
            cookie?: never;
        };
        /** @description The answer of the person. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["FormAnswerRequest"];
            };
        };
        responses: {
            /** @description The answer was taken; an empty object. */
            200: {
                headers: {
                    "X-Version": components["headers"]["XVersion"];
                    "X-Env": components["headers"]["XEnv"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormAnswerResult"];
                };
            };
            /** @description The user is missing, the body is broken, or the answer does not fit the form. */
            400: {
                headers: {
                    "X-Version": components["headers"]["XVersion"];
                    "X-Env": components["headers"]["XEnv"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiError"] & {
                        /**
                         * @description What is wrong.
                         * @enum {unknown}
                         */
                        code: "invalid_form_data" | "invalid_param" | "bad_request";
                        /**
                         * @description The HTTP status.
                         * @constant
                         */
                        status: 400;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AppForbidden"];
            404: components["responses"]["FormNotFound"];
            412: components["responses"]["FormClosed"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["ServerFault"];
        };
    };
    uploadFile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A form with exactly one file. */
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["FileUpload"];
            };
        };
        responses: {
            /** @description The file is stored. */
            201: {
                headers: {
                    "X-Version": components["headers"]["XVersion"];
                    "X-Env": components["headers"]["XEnv"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadedFile"];
                };
            };
            /** @description There is not exactly one file, or its name is not acceptable. */
            400: {
                headers: {
                    "X-Version": components["headers"]["XVersion"];
                    "X-Env": components["headers"]["XEnv"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiError"] & {
                        /**
                         * @description What is wrong. A forbidden extension is an `invalid_param`.
                         * @enum {unknown}
                         */
                        code: "no_file_uploaded" | "too_many_files" | "filename_not_exists_error" | "invalid_param";
                        /**
                         * @description The HTTP status.
                         * @constant
                         */
                        status: 400;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AppForbidden"];
            /** @description The file is larger than its kind may be, or the body larger than the proxy lets through. */
            413: {
                headers: {
                    "X-Version": components["headers"]["XVersionOfApp"];
                    "X-Env": components["headers"]["XEnvOfApp"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiError"] & {
                        /**
                         * @description The file is too large.
                         * @constant
                         */
                        code: "file_too_large";
                        /**
                         * @description The HTTP status.
                         * @constant
                         */
                        status: 413;
                    };
                    "text/html": components["schemas"]["HtmlPage"];
                };
            };
            /** @description The file part names no media type. */
            415: {
                headers: {
                    "X-Version": components["headers"]["XVersion"];
                    "X-Env": components["headers"]["XEnv"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiError"] & {
                        /**
                         * @description The kind of file is not taken.
                         * @constant
                         */
                        code: "unsupported_file_type";
                        /**
                         * @description The HTTP status.
                         * @constant
                         */
                        status: 415;
                    };
                };
            };
            500: components["responses"]["ServerFault"];
        };
    };
    previewFile: {
        parameters: {
            query?: {
                /** @description Whether browsers shall save the file instead of showing it. */
                as_attachment?: boolean;
                /** @description On whose behalf the call is made. Access does not depend on it. */
                user?: components["parameters"]["OptionalUserQuery"];
            };
            header?: never;
            path: {
                /** @description Id of the file. */
                file_id: components["parameters"]["FileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes of the file. HTML is always sent as a download. */
            200: {
                headers: {
                    "X-Version": components["headers"]["XVersion"];
                    "X-Env": components["headers"]["XEnv"];
                    /** @description The file may be kept for an hour. */
                    "Cache-Control"?: string;
                    /** @description Sent for audio and video only. */
                    "Accept-Ranges"?: string;
                    /** @description Sent for downloads only; names the file. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "*/*": Blob;
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The app is switched off, or the file belongs to another app. */
            403: {
                headers: {
                    "X-Version": components["headers"]["XVersion"];
                    "X-Env": components["headers"]["XEnv"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiError"] & {
                        /**
                         * @description What is forbidden.
                         * @enum {unknown}
                         */
                        code: "file_access_denied" | "forbidden";
                        /**
                         * @description The HTTP status.
                         * @constant
                         */
                        status: 403;
                    };
                };
            };
            /** @description No message of this app carries such a file. An id that is no UUID gets the HTML page of an unknown path. */
            404: {
                headers: {
                    "X-Version": components["headers"]["XVersion"];
                    "X-Env": components["headers"]["XEnv"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiError"] & {
                        /**
                         * @description There is no such file.
                         * @constant
                         */
                        code: "file_not_found";
                        /**
                         * @description The HTTP status.
                         * @constant
                         */
                        status: 404;
                    };
                    "text/html": components["schemas"]["HtmlPage"];
                };
            };
            500: components["responses"]["ServerFault"];
        };
    };
    getEndUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the end user, which is not the `user` of requests. */
                end_user_id: components["parameters"]["EndUserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The end user. */
            200: {
                headers: {
                    "X-Version": components["headers"]["XVersion"];
                    "X-Env": components["headers"]["XEnv"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndUser"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AppForbidden"];
            /** @description The app has no such end user. An id that is no UUID gets the HTML page of an unknown path. */
            404: {
                headers: {
                    "X-Version": components["headers"]["XVersion"];
                    "X-Env": components["headers"]["XEnv"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiError"] & {
                        /**
                         * @description There is no such end user.
                         * @constant
                         */
                        code: "end_user_not_found";
                        /**
                         * @description The HTTP status.
                         * @constant
                         */
                        status: 404;
                    };
                    "text/html": components["schemas"]["HtmlPage"];
                };
            };
            500: components["responses"]["ServerFault"];
        };
    };
    getAppInfo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The app. */
            200: {
                headers: {
                    "X-Version": components["headers"]["XVersion"];
                    "X-Env": components["headers"]["XEnv"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppInfo"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AppForbidden"];
            500: components["responses"]["ServerFault"];
        };
    };
    getAppParameters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The parameters of the app. */
            200: {
                headers: {
                    "X-Version": components["headers"]["XVersion"];
                    "X-Env": components["headers"]["XEnv"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppParameters"];
                };
            };
            /** @description The workflow is not published. */
            400: {
                headers: {
                    "X-Version": components["headers"]["XVersion"];
                    "X-Env": components["headers"]["XEnv"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiError"] & {
                        /**
                         * @description The app cannot be used yet.
                         * @constant
                         */
                        code: "app_unavailable";
                        /**
                         * @description The HTTP status.
                         * @constant
                         */
                        status: 400;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AppForbidden"];
            500: components["responses"]["ServerFault"];
        };
    };
    getAppMeta: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The icons. */
            200: {
                headers: {
                    "X-Version": components["headers"]["XVersion"];
                    "X-Env": components["headers"]["XEnv"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppMeta"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AppForbidden"];
            500: components["responses"]["ServerFault"];
        };
    };
    getAppSite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The settings of the page. */
            200: {
                headers: {
                    "X-Version": components["headers"]["XVersion"];
                    "X-Env": components["headers"]["XEnv"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppSite"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The app is switched off, or has no page. */
            403: {
                headers: {
                    "X-Version": components["headers"]["XVersion"];
                    "X-Env": components["headers"]["XEnv"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ForbiddenError"];
                };
            };
            500: components["responses"]["ServerFault"];
        };
    };
    audioToText: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A form with the recording. */
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["AudioUpload"];
            };
        };
        responses: {
            /** @description What was said. */
            200: {
                headers: {
                    "X-Version": components["headers"]["XVersion"];
                    "X-Env": components["headers"]["XEnv"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transcript"];
                };
            };
            /** @description There is no recording, or no model that can transcribe it. */
            400: {
                headers: {
                    "X-Version": components["headers"]["XVersion"];
                    "X-Env": components["headers"]["XEnv"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiError"] & {
                        /**
                         * @description What is wrong.
                         * @enum {unknown}
                         */
                        code: "no_audio_uploaded" | "app_unavailable" | "provider_not_support_speech_to_text" | "provider_not_initialize" | "provider_quota_exceeded" | "model_currently_not_support" | "completion_request_error" | "invalid_param" | "bad_request";
                        /**
                         * @description The HTTP status.
                         * @constant
                         */
                        status: 400;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AppForbidden"];
            /** @description The recording is larger than 30 MB, or the body larger than the proxy lets through. */
            413: {
                headers: {
                    "X-Version": components["headers"]["XVersionOfApp"];
                    "X-Env": components["headers"]["XEnvOfApp"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiError"] & {
                        /**
                         * @description The recording is too large.
                         * @constant
                         */
                        code: "audio_too_large";
                        /**
                         * @description The HTTP status.
                         * @constant
                         */
                        status: 413;
                    };
                    "text/html": components["schemas"]["HtmlPage"];
                };
            };
            /** @description The recording is of a kind that is not taken. */
            415: {
                headers: {
                    "X-Version": components["headers"]["XVersion"];
                    "X-Env": components["headers"]["XEnv"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiError"] & {
                        /**
                         * @description The kind of recording is not taken.
                         * @constant
                         */
                        code: "unsupported_audio_type";
                        /**
                         * @description The HTTP status.
                         * @constant
                         */
                        status: 415;
                    };
                };
            };
            500: components["responses"]["ServerFault"];
        };
    };
    textToAudio: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What to say. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SpeechRequest"];
            };
        };
        responses: {
            /** @description The recording, in the format of the model's provider. */
            200: {
                headers: {
                    "X-Version": components["headers"]["XVersion"];
                    "X-Env": components["headers"]["XEnv"];
                    [name: string]: unknown;
                };
                content: {
                    "audio/mpeg": Blob;
                    "audio/*": Blob;
                };
            };
            /** @description There is no model that can speak, the body is broken, or the message is unknown. */
            400: {
                headers: {
                    "X-Version": components["headers"]["XVersion"];
                    "X-Env": components["headers"]["XEnv"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiError"] & {
                        /**
                         * @description What is wrong.
                         * @enum {unknown}
                         */
                        code: "app_unavailable" | "provider_not_initialize" | "provider_quota_exceeded" | "model_currently_not_support" | "completion_request_error" | "invalid_param" | "bad_request";
                        /**
                         * @description The HTTP status.
                         * @constant
                         */
                        status: 400;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AppForbidden"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["NotJson"];
            500: components["responses"]["ServerFault"];
        };
    };
}

/** Every event that a stream of this API may carry; `switch` on its name to narrow it. */
export type StreamEvent = WorkflowStreamEvent

/** Reads a stream of this API as it arrives: `for await (const event of readEvents(response))`. */
export const readEvents: ReadEvents<StreamEvent> = createEventReader<StreamEvent>("sse")
