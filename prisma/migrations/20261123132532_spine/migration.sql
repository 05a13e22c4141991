-- CreateTable
CREATE TABLE "Activity" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3),
    "place" TEXT,
    "deadlineAt" TIMESTAMPTZ(3),
    "pools" JSONB NOT NULL,
    "roles" JSONB NOT NULL DEFAULT '[]',
    "promotion" TEXT NOT NULL DEFAULT 'immediate',
    "offerHours" INTEGER NOT NULL DEFAULT 12,
    "needsApproval" BOOLEAN NOT NULL DEFAULT false,
    "maxCompanions" INTEGER,
    "createdById" INTEGER NOT NULL,
    "createdByRole" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "notifiedAt" TIMESTAMPTZ(3),
    "shortNotice" BOOLEAN NOT NULL DEFAULT false,
    "opensAt" TIMESTAMPTZ(3),
    "details" JSONB NOT NULL DEFAULT '{}',
    "mode" TEXT NOT NULL DEFAULT 'onsite',
    "venue" TEXT NOT NULL DEFAULT 'fixed',
    "onlineNumber" TEXT,
    "direction" TEXT,
    "orientation" TEXT,
    "missions" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "planNo" INTEGER,
    "seriesId" INTEGER,
    "seriesDay" TEXT,
    "episode" INTEGER,
    "siteCode" TEXT,
    "headcountPersons" INTEGER,
    "outcomes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "summaryText" TEXT,
    "summaryPublishedAt" TIMESTAMPTZ(3),
    "reportAt" TIMESTAMPTZ(3),
    "endReason" TEXT,

    CONSTRAINT "Activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignUp" (
    "id" SERIAL NOT NULL,
    "activityId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "byId" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "arrivalSeq" INTEGER NOT NULL,
    "lastSeq" INTEGER NOT NULL,
    "signedUpAt" TIMESTAMPTZ(3) NOT NULL,
    "pool" TEXT NOT NULL,
    "companions" INTEGER NOT NULL DEFAULT 0,
    "role" TEXT,
    "note" TEXT,
    "guestOf" TEXT,
    "answerBy" TIMESTAMPTZ(3),
    "leaveReason" TEXT,

    CONSTRAINT "SignUp_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attendance" (
    "id" SERIAL NOT NULL,
    "activityId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "personName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "way" TEXT NOT NULL,
    "pool" TEXT NOT NULL,
    "late" BOOLEAN NOT NULL DEFAULT false,
    "walkIn" BOOLEAN NOT NULL DEFAULT false,
    "struck" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Attendance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActivityTakeaway" (
    "id" SERIAL NOT NULL,
    "activityId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "personName" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ActivityTakeaway_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ServiceHours" (
    "id" SERIAL NOT NULL,
    "activityId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "hours" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "ServiceHours_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GuestStation" (
    "id" SERIAL NOT NULL,
    "activityId" INTEGER NOT NULL,
    "stationId" INTEGER NOT NULL,
    "invitedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "GuestStation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActivityDraft" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "place" TEXT,
    "startsAt" TIMESTAMPTZ(3),
    "capacityPersons" INTEGER,
    "personId" INTEGER NOT NULL,
    "personName" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "activityNo" INTEGER,
    "wanted" JSONB NOT NULL DEFAULT '{}',
    "endsAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ActivityDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Series" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "versions" JSONB NOT NULL DEFAULT '[]',
    "exceptions" JSONB NOT NULL DEFAULT '[]',
    "until" TEXT,
    "firstEpisode" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Poll" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "activityId" INTEGER NOT NULL,
    "choices" JSONB NOT NULL,
    "closesAt" TIMESTAMPTZ(3) NOT NULL,
    "asked" JSONB NOT NULL,
    "answers" JSONB NOT NULL DEFAULT '[]',
    "state" TEXT NOT NULL DEFAULT 'open',

    CONSTRAINT "Poll_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Pairing" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "beneficiary" BYTEA NOT NULL,
    "everyMonths" INTEGER NOT NULL,
    "nextOn" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Pairing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StudyMaterial" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StudyMaterial_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StudyRead" (
    "id" SERIAL NOT NULL,
    "materialId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StudyRead_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" SERIAL NOT NULL,
    "changeId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "stationId" INTEGER,
    "actorId" INTEGER,
    "actorName" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "rowId" INTEGER NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "causeSeq" INTEGER,
    "mark" BYTEA,
    "undoes" TEXT,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HistoryGuard" (
    "id" SERIAL NOT NULL,
    "afterAuditId" INTEGER NOT NULL,
    "lastAuditId" INTEGER NOT NULL,
    "entries" JSONB NOT NULL,
    "previous" TEXT NOT NULL,
    "mark" BYTEA NOT NULL,

    CONSTRAINT "HistoryGuard_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HistoryHead" (
    "id" INTEGER NOT NULL,
    "guardId" INTEGER NOT NULL,
    "mark" BYTEA NOT NULL,

    CONSTRAINT "HistoryHead_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CalendarFeed" (
    "id" SERIAL NOT NULL,
    "subject" TEXT NOT NULL,
    "token" BYTEA NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CalendarFeed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InboxMessage" (
    "seq" SERIAL NOT NULL,
    "messageId" TEXT NOT NULL,
    "arrivedAt" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'arrived',
    "roomId" TEXT,
    "accountId" TEXT,
    "kind" TEXT,
    "sentAt" TIMESTAMPTZ(3),
    "payload" JSONB,
    "handledAt" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "InboxMessage_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "CommandOnce" (
    "key" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,

    CONSTRAINT "CommandOnce_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "OutboxMessage" (
    "id" SERIAL NOT NULL,
    "roomId" TEXT,
    "accountId" TEXT,
    "text" TEXT NOT NULL,
    "mentionIds" TEXT[],
    "sealed" BYTEA,
    "file" JSONB,
    "merge" JSONB,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "urgency" TEXT NOT NULL DEFAULT 'normal',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "notBefore" TIMESTAMPTZ(3) NOT NULL,
    "claimedAt" TIMESTAMPTZ(3),
    "sentAt" TIMESTAMPTZ(3),
    "tries" INTEGER NOT NULL DEFAULT 0,
    "receiptId" TEXT,
    "said" TEXT,
    "mergedInto" INTEGER,
    "partOf" INTEGER,
    "causeSeq" INTEGER,

    CONSTRAINT "OutboxMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Question" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER,
    "personId" INTEGER NOT NULL,
    "roomId" TEXT,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "JobRun" (
    "job" TEXT NOT NULL,
    "slot" TEXT NOT NULL,
    "stationId" INTEGER,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL,
    "payload" JSONB,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "JobRun_pkey" PRIMARY KEY ("job","slot")
);

-- CreateTable
CREATE TABLE "ClockMark" (
    "name" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "upTo" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ClockMark_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "Lease" (
    "name" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Lease_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "Consultation" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "deadlineOn" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "startedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Consultation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConsultationComment" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "consultationNo" INTEGER NOT NULL,
    "article" INTEGER,
    "personId" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "feedback" TEXT,
    "state" TEXT NOT NULL DEFAULT 'given',
    "givenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ConsultationComment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TopicWork" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "question" TEXT NOT NULL,
    "ledById" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "report" TEXT,

    CONSTRAINT "TopicWork_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TopicMember" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "topicNo" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "TopicMember_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TopicFinding" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "topicNo" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'kept',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TopicFinding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ContactRecord" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "households" INTEGER,
    "about" TEXT,
    "state" TEXT NOT NULL DEFAULT 'kept',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ContactRecord_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PilotTask" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "organ" TEXT NOT NULL,
    "dueOn" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "reportedOn" TEXT,

    CONSTRAINT "PilotTask_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DiscussionSwitch" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "chatRoomId" TEXT NOT NULL,
    "on" BOOLEAN NOT NULL,
    "retentionDays" INTEGER NOT NULL DEFAULT 30,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "byName" TEXT NOT NULL,

    CONSTRAINT "DiscussionSwitch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DiscussionLine" (
    "seq" INTEGER NOT NULL,
    "stationId" INTEGER NOT NULL,
    "chatRoomId" TEXT NOT NULL,
    "speaker" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "DiscussionLine_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "LeaderNote" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "letter" TEXT NOT NULL,
    "no" INTEGER NOT NULL,
    "organ" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'given',
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LeaderNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ResearchPiece" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'topic',
    "year" INTEGER NOT NULL,
    "author" TEXT,
    "leadId" INTEGER,
    "leadName" TEXT,
    "memberIds" INTEGER[],
    "sentTo" TEXT,
    "usedFor" TEXT,
    "history" JSONB NOT NULL DEFAULT '[]',
    "startedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ResearchPiece_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Target" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "value" INTEGER NOT NULL,
    "fromOn" TEXT NOT NULL,
    "setByName" TEXT NOT NULL,
    "setAt" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'given',

    CONSTRAINT "Target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ShowConsent" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ShowConsent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DutyFileNote" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "section" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'given',
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DutyFileNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "KeptFile" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "about" TEXT NOT NULL,
    "personId" INTEGER NOT NULL,
    "messageId" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'asked',
    "name" TEXT,
    "mimeType" TEXT,
    "path" TEXT,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "KeptFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HandlingPart" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "letter" TEXT NOT NULL,
    "recordNo" INTEGER NOT NULL,
    "unit" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "assignedOn" TEXT NOT NULL,
    "receivedOn" TEXT,
    "answeredOn" TEXT,
    "answer" TEXT,
    "replyClass" TEXT,
    "promisedOn" TEXT,
    "state" TEXT NOT NULL DEFAULT 'waiting',

    CONSTRAINT "HandlingPart_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "JielongList" (
    "id" SERIAL NOT NULL,
    "activityId" INTEGER NOT NULL,
    "state" JSONB NOT NULL,

    CONSTRAINT "JielongList_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "JielongSeen" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "activityId" INTEGER,

    CONSTRAINT "JielongSeen_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LedgerSeal" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "month" TEXT NOT NULL,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "rowCount" INTEGER NOT NULL,
    "lastAuditId" INTEGER NOT NULL,
    "mark" BYTEA NOT NULL,
    "sealedAt" TIMESTAMPTZ(3) NOT NULL,
    "sealedByName" TEXT NOT NULL,

    CONSTRAINT "LedgerSeal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SealedRow" (
    "id" SERIAL NOT NULL,
    "sealId" INTEGER NOT NULL,
    "model" TEXT NOT NULL,
    "rowId" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "digests" JSONB NOT NULL,

    CONSTRAINT "SealedRow_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LedgerCorrection" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "ref" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "byName" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'given',
    "correctedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LedgerCorrection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HistoryRecord" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 1,
    "on" TEXT,
    "title" TEXT,
    "place" TEXT,
    "persons" INTEGER,
    "source" TEXT,
    "state" TEXT NOT NULL DEFAULT 'kept',
    "importedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "HistoryRecord_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LibraryDocument" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "no" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "issuer" TEXT,
    "issuedOn" TEXT,
    "text" TEXT NOT NULL DEFAULT '',
    "clauses" JSONB NOT NULL DEFAULT '[]',
    "file" JSONB,
    "state" TEXT NOT NULL,
    "storedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "LibraryDocument_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DocumentRequirement" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "documentNo" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "clause" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "check" TEXT,
    "times" INTEGER NOT NULL DEFAULT 1,
    "dueOn" TEXT,
    "state" TEXT NOT NULL DEFAULT 'open',
    "metOn" TEXT,
    "evidence" TEXT,

    CONSTRAINT "DocumentRequirement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StandardItem" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "standard" TEXT NOT NULL,
    "no" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "metOn" TEXT,
    "evidence" TEXT,
    "byName" TEXT,

    CONSTRAINT "StandardItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AssetLoan" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "asset" TEXT NOT NULL,
    "activityNo" INTEGER,
    "borrowerId" INTEGER NOT NULL,
    "borrowerName" TEXT NOT NULL,
    "lentAt" TIMESTAMPTZ(3) NOT NULL,
    "dueOn" TEXT NOT NULL,
    "returnedAt" TIMESTAMPTZ(3),
    "state" TEXT NOT NULL DEFAULT 'out',

    CONSTRAINT "AssetLoan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CostLine" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "activityNo" INTEGER,
    "amountCents" INTEGER NOT NULL,
    "about" TEXT NOT NULL,
    "byName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'kept',

    CONSTRAINT "CostLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Honour" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "source" TEXT,
    "byName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'kept',

    CONSTRAINT "Honour_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlatformActivity" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "platformId" INTEGER NOT NULL,
    "activityId" INTEGER NOT NULL,
    "residentsPersons" INTEGER NOT NULL DEFAULT 0,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "struck" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "PlatformActivity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Clearance" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "activityNo" INTEGER NOT NULL,
    "level" TEXT NOT NULL,
    "personId" INTEGER,
    "personName" TEXT,
    "organ" TEXT NOT NULL,
    "reportedOn" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "byId" INTEGER NOT NULL,
    "byName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Clearance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OpinionEscalation" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "opinionNo" INTEGER NOT NULL,
    "organ" TEXT,
    "reportedOn" TEXT,
    "byName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "struck" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "OpinionEscalation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Meeting" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "place" TEXT,
    "state" TEXT NOT NULL,
    "invited" JSONB NOT NULL DEFAULT '[]',
    "agenda" JSONB NOT NULL DEFAULT '[]',
    "materials" JSONB NOT NULL DEFAULT '[]',
    "minutes" TEXT,
    "endReason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeetingAttendee" (
    "id" SERIAL NOT NULL,
    "meetingId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "personName" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MeetingAttendee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeetingDecision" (
    "id" SERIAL NOT NULL,
    "meetingId" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "task" TEXT NOT NULL,
    "owner" JSONB NOT NULL,
    "dueOn" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "history" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "MeetingDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ModelCall" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "purpose" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "messages" JSONB,
    "outcome" TEXT,
    "text" TEXT,
    "detail" TEXT,
    "reservedTokens" INTEGER,
    "promptTokens" INTEGER,
    "completionTokens" INTEGER,

    CONSTRAINT "ModelCall_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ModelAllowance" (
    "day" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "tokens" INTEGER NOT NULL,

    CONSTRAINT "ModelAllowance_pkey" PRIMARY KEY ("day","scope")
);

-- CreateTable
CREATE TABLE "Onboarding" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "toldAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "knownAt" TIMESTAMPTZ(3),

    CONSTRAINT "Onboarding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FaqAnswer" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "answer" TEXT NOT NULL,
    "byName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "struck" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "FaqAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RecordingPause" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "roomId" TEXT,
    "topic" TEXT,
    "byName" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "liftedAt" TIMESTAMPTZ(3),
    "struck" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "RecordingPause_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Opinion" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "reporterId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL DEFAULT '意见',
    "original" BYTEA NOT NULL,
    "text" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "category" TEXT,
    "categoryFixed" BOOLEAN NOT NULL DEFAULT false,
    "stageFixed" BOOLEAN NOT NULL DEFAULT false,
    "urgentFixed" BOOLEAN NOT NULL DEFAULT false,
    "saidAt" TIMESTAMPTZ(3),
    "place" TEXT,
    "street" TEXT,
    "channel" TEXT,
    "stage" TEXT,
    "theme" TEXT,
    "source" TEXT,
    "focusTag" TEXT,
    "triage" TEXT,
    "urgent" BOOLEAN NOT NULL DEFAULT false,
    "livelihood" BOOLEAN NOT NULL DEFAULT false,
    "livelihoodEvidence" TEXT,
    "stamps" JSONB NOT NULL DEFAULT '{}',
    "history" JSONB NOT NULL DEFAULT '[]',
    "unit" TEXT,
    "unitKind" TEXT,
    "hops" INTEGER NOT NULL DEFAULT 0,
    "chases" INTEGER NOT NULL DEFAULT 0,
    "redoCount" INTEGER NOT NULL DEFAULT 0,
    "replyClass" TEXT,
    "promisedOn" TEXT,
    "answer" TEXT,
    "satisfaction" TEXT,
    "notAcceptedReason" TEXT,
    "startedOn" TEXT,
    "limitWorkdays" INTEGER,
    "pauses" JSONB NOT NULL DEFAULT '[]',
    "mergedIntoNo" INTEGER,
    "supporterIds" INTEGER[],
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "toldAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Opinion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OpinionIndex" (
    "opinionId" INTEGER NOT NULL,
    "keys" TEXT[],

    CONSTRAINT "OpinionIndex_pkey" PRIMARY KEY ("opinionId")
);

-- CreateTable
CREATE TABLE "OpinionKey" (
    "stationId" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "block" INTEGER NOT NULL,
    "marks" BIT(1024) NOT NULL,

    CONSTRAINT "OpinionKey_pkey" PRIMARY KEY ("stationId","key","block")
);

-- CreateTable
CREATE TABLE "OpinionReading" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "readAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OpinionReading_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HandlingUnit" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "aliases" TEXT[],
    "contact" TEXT,

    CONSTRAINT "HandlingUnit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LinkedPlatform" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "chatRoomId" TEXT,

    CONSTRAINT "LinkedPlatform_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "District" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "District_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Station" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "districtId" INTEGER NOT NULL,
    "label" TEXT NOT NULL DEFAULT '专业',
    "profession" TEXT NOT NULL,
    "levels" TEXT[],
    "mode" TEXT NOT NULL DEFAULT '召集人',
    "guidingLeader" TEXT,
    "missionsLabel" TEXT,
    "missions" TEXT[],
    "focusTags" TEXT[],
    "address" TEXT,
    "venuePersons" INTEGER,
    "establishedOn" TEXT,
    "plaqueOn" TEXT,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "state" TEXT NOT NULL DEFAULT 'open',
    "openingHours" TEXT,
    "venueNotes" TEXT,
    "note" TEXT,

    CONSTRAINT "Station_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Room" (
    "id" SERIAL NOT NULL,
    "chatRoomId" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "stationId" INTEGER,
    "boundAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Room_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "level" TEXT,
    "professions" TEXT[],
    "employer" TEXT,
    "delegation" TEXT,
    "term" TEXT,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" SERIAL NOT NULL,
    "chatAccountId" TEXT NOT NULL,
    "personId" INTEGER NOT NULL,
    "evidence" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),
    "consent" TEXT,
    "invitedById" INTEGER,
    "invitedAt" TIMESTAMPTZ(3),
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoleGrant" (
    "id" SERIAL NOT NULL,
    "personId" INTEGER NOT NULL,
    "stationId" INTEGER,
    "districtId" INTEGER,
    "role" TEXT NOT NULL,
    "title" TEXT,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "RoleGrant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Counter" (
    "stationId" INTEGER NOT NULL,
    "letter" TEXT NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "Counter_pkey" PRIMARY KEY ("stationId","letter")
);

-- CreateTable
CREATE TABLE "PlanItem" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "period" JSONB NOT NULL,
    "targetCount" INTEGER NOT NULL DEFAULT 1,
    "ownerName" TEXT,
    "dropped" JSONB,
    "movedFrom" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "PlanItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CentralWork" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "topics" TEXT[],

    CONSTRAINT "CentralWork_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PublicityNote" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "activityNo" INTEGER,
    "channel" TEXT NOT NULL,
    "link" TEXT,
    "byName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'kept',

    CONSTRAINT "PublicityNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PublicText" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "approvedById" INTEGER,
    "approvedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PublicText_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PublicLeave" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "about" TEXT NOT NULL,
    "byName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'given',

    CONSTRAINT "PublicLeave_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PersonQuiet" (
    "id" SERIAL NOT NULL,
    "personId" INTEGER NOT NULL,
    "from" TEXT NOT NULL,
    "until" TEXT NOT NULL,
    "on" BOOLEAN NOT NULL,

    CONSTRAINT "PersonQuiet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ServedTerm" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "level" TEXT,
    "term" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "roles" TEXT[],
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ServedTerm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InvitationCode" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "InvitationCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AccountClaim" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "chatAccountId" TEXT NOT NULL,
    "displayName" TEXT NOT NULL,
    "personId" INTEGER NOT NULL,
    "claimedAt" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,

    CONSTRAINT "AccountClaim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RollCall" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "calledById" INTEGER NOT NULL,
    "heardIds" INTEGER[],

    CONSTRAINT "RollCall_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Partner" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT,

    CONSTRAINT "Partner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActivityPartner" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "activityId" INTEGER NOT NULL,
    "partnerId" INTEGER NOT NULL,
    "struck" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ActivityPartner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConvenorTurn" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "period" TEXT NOT NULL,
    "startsOn" TEXT NOT NULL,
    "endsOn" TEXT NOT NULL,
    "personId" INTEGER NOT NULL,
    "accepted" BOOLEAN NOT NULL DEFAULT false,
    "restOf" TEXT,
    "reason" JSONB NOT NULL,

    CONSTRAINT "ConvenorTurn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Handover" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "fromId" INTEGER NOT NULL,
    "toId" INTEGER NOT NULL,
    "announcedAt" TIMESTAMPTZ(3) NOT NULL,
    "givenAt" TIMESTAMPTZ(3),
    "givenById" INTEGER,
    "takenAt" TIMESTAMPTZ(3),
    "takenById" INTEGER,
    "escalatedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Handover_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TurnSwap" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "legs" JSONB NOT NULL,
    "askedById" INTEGER NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "given" JSONB NOT NULL,
    "state" TEXT NOT NULL,

    CONSTRAINT "TurnSwap_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DutyEvent" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" INTEGER,
    "fact" JSONB NOT NULL,

    CONSTRAINT "DutyEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DutyShift" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "rosterMonth" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "place" TEXT,
    "theme" TEXT,
    "stage" TEXT NOT NULL,
    "holderIds" INTEGER[],
    "seatCount" INTEGER NOT NULL,
    "visitorPersons" INTEGER,

    CONSTRAINT "DutyShift_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DeputyLeave" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "fromOn" TEXT NOT NULL,
    "untilOn" TEXT NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "DeputyLeave_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConvenorTask" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "line" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "steppedInAt" TIMESTAMPTZ(3),
    "doneAt" TIMESTAMPTZ(3),
    "doneBy" TEXT,

    CONSTRAINT "ConvenorTask_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Nomination" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "byId" INTEGER NOT NULL,
    "reason" TEXT,
    "criteria" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "nominatedAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Nomination_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ServiceTeam" (
    "id" SERIAL NOT NULL,
    "activityId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "persons" INTEGER NOT NULL,

    CONSTRAINT "ServiceTeam_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Suggestion" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'suggestion',
    "state" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "unit" TEXT,
    "basis" TEXT,
    "leadId" INTEGER NOT NULL,
    "level" TEXT NOT NULL,
    "cosignerIds" INTEGER[],
    "opinionNos" INTEGER[],
    "stamps" JSONB NOT NULL DEFAULT '{}',
    "history" JSONB NOT NULL DEFAULT '[]',
    "flags" TEXT[],
    "platformNo" TEXT,
    "submittedOn" TEXT,
    "assignedOn" TEXT,
    "assignment" JSONB,
    "hops" INTEGER NOT NULL DEFAULT 0,
    "contacts" INTEGER NOT NULL DEFAULT 0,
    "replyClass" TEXT,
    "promisedOn" TEXT,
    "redoOn" TEXT,
    "satisfaction" TEXT,
    "effect" TEXT,
    "draftedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Suggestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Supervision" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "letter" TEXT NOT NULL,
    "recordNo" INTEGER NOT NULL,
    "ledById" INTEGER NOT NULL,
    "memberIds" INTEGER[],
    "units" TEXT[],
    "state" TEXT NOT NULL DEFAULT 'open',

    CONSTRAINT "Supervision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SupervisionStep" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "supervisionId" INTEGER NOT NULL,
    "on" TEXT NOT NULL,
    "what" TEXT,
    "toldOn" TEXT,
    "doneOn" TEXT,
    "result" TEXT,
    "state" TEXT NOT NULL DEFAULT 'planned',

    CONSTRAINT "SupervisionStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EventSuggestion" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "activityNo" INTEGER NOT NULL,
    "suggestionNo" INTEGER NOT NULL,
    "purpose" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'linked',

    CONSTRAINT "EventSuggestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Summary" (
    "id" SERIAL NOT NULL,
    "stationId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "about" TEXT,
    "fromAt" TIMESTAMPTZ(3) NOT NULL,
    "untilAt" TIMESTAMPTZ(3) NOT NULL,
    "statements" JSONB NOT NULL,
    "figures" JSONB NOT NULL,
    "text" TEXT NOT NULL,
    "publicText" TEXT NOT NULL DEFAULT '',
    "archive" JSONB NOT NULL DEFAULT '[]',
    "state" TEXT NOT NULL DEFAULT 'posted',
    "released" TEXT[],
    "reviewedBy" TEXT,
    "reviewedAt" TIMESTAMPTZ(3),
    "author" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Summary_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Activity_stationId_startsAt_idx" ON "Activity"("stationId", "startsAt");

-- CreateIndex
CREATE UNIQUE INDEX "Activity_stationId_no_key" ON "Activity"("stationId", "no");

-- CreateIndex
CREATE INDEX "SignUp_personId_idx" ON "SignUp"("personId");

-- CreateIndex
CREATE INDEX "SignUp_status_idx" ON "SignUp"("status");

-- CreateIndex
CREATE UNIQUE INDEX "SignUp_activityId_personId_key" ON "SignUp"("activityId", "personId");

-- CreateIndex
CREATE INDEX "Attendance_personId_idx" ON "Attendance"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Attendance_activityId_personId_key" ON "Attendance"("activityId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "ActivityTakeaway_activityId_personId_key" ON "ActivityTakeaway"("activityId", "personId");

-- CreateIndex
CREATE INDEX "ServiceHours_personId_idx" ON "ServiceHours"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "ServiceHours_activityId_personId_key" ON "ServiceHours"("activityId", "personId");

-- CreateIndex
CREATE INDEX "GuestStation_stationId_idx" ON "GuestStation"("stationId");

-- CreateIndex
CREATE UNIQUE INDEX "GuestStation_activityId_stationId_key" ON "GuestStation"("activityId", "stationId");

-- CreateIndex
CREATE UNIQUE INDEX "ActivityDraft_stationId_no_key" ON "ActivityDraft"("stationId", "no");

-- CreateIndex
CREATE INDEX "Series_stationId_idx" ON "Series"("stationId");

-- CreateIndex
CREATE INDEX "Poll_stationId_state_idx" ON "Poll"("stationId", "state");

-- CreateIndex
CREATE INDEX "Pairing_stationId_nextOn_idx" ON "Pairing"("stationId", "nextOn");

-- CreateIndex
CREATE UNIQUE INDEX "StudyMaterial_stationId_no_key" ON "StudyMaterial"("stationId", "no");

-- CreateIndex
CREATE UNIQUE INDEX "StudyRead_materialId_personId_key" ON "StudyRead"("materialId", "personId");

-- CreateIndex
CREATE INDEX "AuditEntry_model_rowId_id_idx" ON "AuditEntry"("model", "rowId", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_changeId_idx" ON "AuditEntry"("changeId");

-- CreateIndex
CREATE INDEX "AuditEntry_undoes_idx" ON "AuditEntry"("undoes");

-- CreateIndex
CREATE INDEX "AuditEntry_actorId_at_idx" ON "AuditEntry"("actorId", "at");

-- CreateIndex
CREATE INDEX "AuditEntry_stationId_at_idx" ON "AuditEntry"("stationId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "HistoryGuard_lastAuditId_key" ON "HistoryGuard"("lastAuditId");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarFeed_subject_key" ON "CalendarFeed"("subject");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarFeed_tokenHash_key" ON "CalendarFeed"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "InboxMessage_messageId_key" ON "InboxMessage"("messageId");

-- CreateIndex
CREATE INDEX "InboxMessage_state_seq_idx" ON "InboxMessage"("state", "seq");

-- CreateIndex
CREATE INDEX "InboxMessage_roomId_seq_idx" ON "InboxMessage"("roomId", "seq");

-- CreateIndex
CREATE INDEX "OutboxMessage_state_notBefore_id_idx" ON "OutboxMessage"("state", "notBefore", "id");

-- CreateIndex
CREATE INDEX "OutboxMessage_state_said_idx" ON "OutboxMessage"("state", "said");

-- CreateIndex
CREATE INDEX "Question_personId_state_idx" ON "Question"("personId", "state");

-- CreateIndex
CREATE INDEX "JobRun_outcome_dueAt_idx" ON "JobRun"("outcome", "dueAt");

-- CreateIndex
CREATE INDEX "JobRun_dueAt_idx" ON "JobRun"("dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "Consultation_stationId_no_key" ON "Consultation"("stationId", "no");

-- CreateIndex
CREATE INDEX "ConsultationComment_stationId_consultationNo_idx" ON "ConsultationComment"("stationId", "consultationNo");

-- CreateIndex
CREATE UNIQUE INDEX "TopicWork_stationId_no_key" ON "TopicWork"("stationId", "no");

-- CreateIndex
CREATE UNIQUE INDEX "TopicMember_stationId_topicNo_personId_key" ON "TopicMember"("stationId", "topicNo", "personId");

-- CreateIndex
CREATE INDEX "TopicFinding_stationId_topicNo_idx" ON "TopicFinding"("stationId", "topicNo");

-- CreateIndex
CREATE INDEX "ContactRecord_stationId_personId_at_idx" ON "ContactRecord"("stationId", "personId", "at");

-- CreateIndex
CREATE INDEX "PilotTask_stationId_state_idx" ON "PilotTask"("stationId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "DiscussionSwitch_chatRoomId_key" ON "DiscussionSwitch"("chatRoomId");

-- CreateIndex
CREATE INDEX "DiscussionLine_chatRoomId_at_idx" ON "DiscussionLine"("chatRoomId", "at");

-- CreateIndex
CREATE INDEX "LeaderNote_stationId_letter_no_idx" ON "LeaderNote"("stationId", "letter", "no");

-- CreateIndex
CREATE UNIQUE INDEX "ResearchPiece_stationId_no_key" ON "ResearchPiece"("stationId", "no");

-- CreateIndex
CREATE INDEX "Target_stationId_kind_fromOn_idx" ON "Target"("stationId", "kind", "fromOn");

-- CreateIndex
CREATE UNIQUE INDEX "ShowConsent_stationId_personId_key" ON "ShowConsent"("stationId", "personId");

-- CreateIndex
CREATE INDEX "DutyFileNote_stationId_personId_idx" ON "DutyFileNote"("stationId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "KeptFile_messageId_key" ON "KeptFile"("messageId");

-- CreateIndex
CREATE INDEX "KeptFile_stationId_about_idx" ON "KeptFile"("stationId", "about");

-- CreateIndex
CREATE INDEX "HandlingPart_stationId_letter_recordNo_idx" ON "HandlingPart"("stationId", "letter", "recordNo");

-- CreateIndex
CREATE INDEX "HandlingPart_stationId_state_idx" ON "HandlingPart"("stationId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "JielongList_activityId_key" ON "JielongList"("activityId");

-- CreateIndex
CREATE UNIQUE INDEX "JielongSeen_stationId_digest_key" ON "JielongSeen"("stationId", "digest");

-- CreateIndex
CREATE UNIQUE INDEX "LedgerSeal_stationId_month_key" ON "LedgerSeal"("stationId", "month");

-- CreateIndex
CREATE UNIQUE INDEX "SealedRow_sealId_model_rowId_key" ON "SealedRow"("sealId", "model", "rowId");

-- CreateIndex
CREATE UNIQUE INDEX "LedgerCorrection_stationId_no_key" ON "LedgerCorrection"("stationId", "no");

-- CreateIndex
CREATE INDEX "HistoryRecord_stationId_kind_idx" ON "HistoryRecord"("stationId", "kind");

-- CreateIndex
CREATE INDEX "LibraryDocument_stationId_kind_title_idx" ON "LibraryDocument"("stationId", "kind", "title");

-- CreateIndex
CREATE UNIQUE INDEX "LibraryDocument_stationId_kind_no_key" ON "LibraryDocument"("stationId", "kind", "no");

-- CreateIndex
CREATE UNIQUE INDEX "DocumentRequirement_stationId_documentNo_no_key" ON "DocumentRequirement"("stationId", "documentNo", "no");

-- CreateIndex
CREATE INDEX "StandardItem_stationId_standard_idx" ON "StandardItem"("stationId", "standard");

-- CreateIndex
CREATE INDEX "AssetLoan_stationId_state_idx" ON "AssetLoan"("stationId", "state");

-- CreateIndex
CREATE INDEX "CostLine_stationId_at_idx" ON "CostLine"("stationId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Honour_stationId_no_key" ON "Honour"("stationId", "no");

-- CreateIndex
CREATE INDEX "PlatformActivity_activityId_idx" ON "PlatformActivity"("activityId");

-- CreateIndex
CREATE UNIQUE INDEX "PlatformActivity_platformId_activityId_key" ON "PlatformActivity"("platformId", "activityId");

-- CreateIndex
CREATE INDEX "Clearance_stationId_activityNo_idx" ON "Clearance"("stationId", "activityNo");

-- CreateIndex
CREATE INDEX "OpinionEscalation_stationId_opinionNo_idx" ON "OpinionEscalation"("stationId", "opinionNo");

-- CreateIndex
CREATE UNIQUE INDEX "Meeting_stationId_no_key" ON "Meeting"("stationId", "no");

-- CreateIndex
CREATE UNIQUE INDEX "MeetingAttendee_meetingId_personId_key" ON "MeetingAttendee"("meetingId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "MeetingDecision_meetingId_no_key" ON "MeetingDecision"("meetingId", "no");

-- CreateIndex
CREATE INDEX "ModelCall_stationId_at_idx" ON "ModelCall"("stationId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Onboarding_stationId_personId_key" ON "Onboarding"("stationId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "FaqAnswer_stationId_no_version_key" ON "FaqAnswer"("stationId", "no", "version");

-- CreateIndex
CREATE INDEX "RecordingPause_stationId_liftedAt_idx" ON "RecordingPause"("stationId", "liftedAt");

-- CreateIndex
CREATE INDEX "Opinion_stationId_recordedAt_idx" ON "Opinion"("stationId", "recordedAt");

-- CreateIndex
CREATE INDEX "Opinion_stationId_state_idx" ON "Opinion"("stationId", "state");

-- CreateIndex
CREATE INDEX "Opinion_stationId_saidAt_idx" ON "Opinion"("stationId", "saidAt");

-- CreateIndex
CREATE INDEX "Opinion_stationId_promisedOn_idx" ON "Opinion"("stationId", "promisedOn");

-- CreateIndex
CREATE INDEX "Opinion_stationId_closedAt_idx" ON "Opinion"("stationId", "closedAt");

-- CreateIndex
CREATE INDEX "Opinion_reporterId_no_idx" ON "Opinion"("reporterId", "no");

-- CreateIndex
CREATE UNIQUE INDEX "Opinion_stationId_no_key" ON "Opinion"("stationId", "no");

-- CreateIndex
CREATE INDEX "OpinionReading_stationId_no_idx" ON "OpinionReading"("stationId", "no");

-- CreateIndex
CREATE UNIQUE INDEX "HandlingUnit_stationId_name_key" ON "HandlingUnit"("stationId", "name");

-- CreateIndex
CREATE INDEX "LinkedPlatform_chatRoomId_idx" ON "LinkedPlatform"("chatRoomId");

-- CreateIndex
CREATE UNIQUE INDEX "LinkedPlatform_stationId_name_key" ON "LinkedPlatform"("stationId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "District_name_key" ON "District"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Station_name_key" ON "Station"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Room_chatRoomId_key" ON "Room"("chatRoomId");

-- CreateIndex
CREATE INDEX "Room_stationId_idx" ON "Room"("stationId");

-- CreateIndex
CREATE INDEX "Person_name_idx" ON "Person"("name");

-- CreateIndex
CREATE INDEX "Account_chatAccountId_idx" ON "Account"("chatAccountId");

-- CreateIndex
CREATE INDEX "Account_personId_idx" ON "Account"("personId");

-- CreateIndex
CREATE INDEX "Membership_personId_idx" ON "Membership"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Membership_stationId_personId_key" ON "Membership"("stationId", "personId");

-- CreateIndex
CREATE INDEX "RoleGrant_personId_idx" ON "RoleGrant"("personId");

-- CreateIndex
CREATE INDEX "RoleGrant_stationId_role_idx" ON "RoleGrant"("stationId", "role");

-- CreateIndex
CREATE UNIQUE INDEX "PlanItem_stationId_no_key" ON "PlanItem"("stationId", "no");

-- CreateIndex
CREATE UNIQUE INDEX "CentralWork_stationId_year_key" ON "CentralWork"("stationId", "year");

-- CreateIndex
CREATE INDEX "PublicityNote_stationId_at_idx" ON "PublicityNote"("stationId", "at");

-- CreateIndex
CREATE INDEX "PublicText_stationId_kind_about_idx" ON "PublicText"("stationId", "kind", "about");

-- CreateIndex
CREATE UNIQUE INDEX "PublicLeave_stationId_about_key" ON "PublicLeave"("stationId", "about");

-- CreateIndex
CREATE UNIQUE INDEX "PersonQuiet_personId_key" ON "PersonQuiet"("personId");

-- CreateIndex
CREATE INDEX "ServedTerm_stationId_term_idx" ON "ServedTerm"("stationId", "term");

-- CreateIndex
CREATE INDEX "ServedTerm_personId_idx" ON "ServedTerm"("personId");

-- CreateIndex
CREATE INDEX "InvitationCode_personId_idx" ON "InvitationCode"("personId");

-- CreateIndex
CREATE INDEX "AccountClaim_stationId_state_idx" ON "AccountClaim"("stationId", "state");

-- CreateIndex
CREATE INDEX "AccountClaim_chatAccountId_idx" ON "AccountClaim"("chatAccountId");

-- CreateIndex
CREATE INDEX "RollCall_stationId_idx" ON "RollCall"("stationId");

-- CreateIndex
CREATE UNIQUE INDEX "Partner_stationId_name_key" ON "Partner"("stationId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "ActivityPartner_activityId_partnerId_key" ON "ActivityPartner"("activityId", "partnerId");

-- CreateIndex
CREATE UNIQUE INDEX "ConvenorTurn_stationId_period_key" ON "ConvenorTurn"("stationId", "period");

-- CreateIndex
CREATE UNIQUE INDEX "Handover_stationId_key_toId_key" ON "Handover"("stationId", "key", "toId");

-- CreateIndex
CREATE INDEX "TurnSwap_stationId_state_idx" ON "TurnSwap"("stationId", "state");

-- CreateIndex
CREATE INDEX "DutyEvent_stationId_id_idx" ON "DutyEvent"("stationId", "id");

-- CreateIndex
CREATE INDEX "DutyShift_stationId_startsAt_idx" ON "DutyShift"("stationId", "startsAt");

-- CreateIndex
CREATE UNIQUE INDEX "DutyShift_stationId_no_key" ON "DutyShift"("stationId", "no");

-- CreateIndex
CREATE INDEX "DeputyLeave_stationId_idx" ON "DeputyLeave"("stationId");

-- CreateIndex
CREATE UNIQUE INDEX "ConvenorTask_stationId_key_key" ON "ConvenorTask"("stationId", "key");

-- CreateIndex
CREATE INDEX "Nomination_stationId_state_idx" ON "Nomination"("stationId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "ServiceTeam_activityId_kind_key" ON "ServiceTeam"("activityId", "kind");

-- CreateIndex
CREATE INDEX "Suggestion_stationId_state_idx" ON "Suggestion"("stationId", "state");

-- CreateIndex
CREATE INDEX "Suggestion_leadId_idx" ON "Suggestion"("leadId");

-- CreateIndex
CREATE UNIQUE INDEX "Suggestion_stationId_no_key" ON "Suggestion"("stationId", "no");

-- CreateIndex
CREATE INDEX "Supervision_stationId_state_idx" ON "Supervision"("stationId", "state");

-- CreateIndex
CREATE INDEX "Supervision_stationId_letter_recordNo_idx" ON "Supervision"("stationId", "letter", "recordNo");

-- CreateIndex
CREATE INDEX "SupervisionStep_stationId_state_on_idx" ON "SupervisionStep"("stationId", "state", "on");

-- CreateIndex
CREATE INDEX "SupervisionStep_supervisionId_idx" ON "SupervisionStep"("supervisionId");

-- CreateIndex
CREATE UNIQUE INDEX "EventSuggestion_stationId_activityNo_suggestionNo_key" ON "EventSuggestion"("stationId", "activityNo", "suggestionNo");

-- CreateIndex
CREATE INDEX "Summary_stationId_createdAt_idx" ON "Summary"("stationId", "createdAt");

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_stationId_fkey" FOREIGN KEY ("stationId") REFERENCES "Station"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "Series"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignUp" ADD CONSTRAINT "SignUp_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignUp" ADD CONSTRAINT "SignUp_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignUp" ADD CONSTRAINT "SignUp_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActivityTakeaway" ADD CONSTRAINT "ActivityTakeaway_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceHours" ADD CONSTRAINT "ServiceHours_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GuestStation" ADD CONSTRAINT "GuestStation_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Poll" ADD CONSTRAINT "Poll_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StudyRead" ADD CONSTRAINT "StudyRead_materialId_fkey" FOREIGN KEY ("materialId") REFERENCES "StudyMaterial"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SealedRow" ADD CONSTRAINT "SealedRow_sealId_fkey" FOREIGN KEY ("sealId") REFERENCES "LedgerSeal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingAttendee" ADD CONSTRAINT "MeetingAttendee_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingDecision" ADD CONSTRAINT "MeetingDecision_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Opinion" ADD CONSTRAINT "Opinion_stationId_fkey" FOREIGN KEY ("stationId") REFERENCES "Station"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Opinion" ADD CONSTRAINT "Opinion_reporterId_fkey" FOREIGN KEY ("reporterId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpinionIndex" ADD CONSTRAINT "OpinionIndex_opinionId_fkey" FOREIGN KEY ("opinionId") REFERENCES "Opinion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Station" ADD CONSTRAINT "Station_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Room" ADD CONSTRAINT "Room_stationId_fkey" FOREIGN KEY ("stationId") REFERENCES "Station"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_stationId_fkey" FOREIGN KEY ("stationId") REFERENCES "Station"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_stationId_fkey" FOREIGN KEY ("stationId") REFERENCES "Station"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConvenorTurn" ADD CONSTRAINT "ConvenorTurn_stationId_fkey" FOREIGN KEY ("stationId") REFERENCES "Station"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConvenorTurn" ADD CONSTRAINT "ConvenorTurn_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DutyShift" ADD CONSTRAINT "DutyShift_stationId_fkey" FOREIGN KEY ("stationId") REFERENCES "Station"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceTeam" ADD CONSTRAINT "ServiceTeam_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Summary" ADD CONSTRAINT "Summary_stationId_fkey" FOREIGN KEY ("stationId") REFERENCES "Station"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
