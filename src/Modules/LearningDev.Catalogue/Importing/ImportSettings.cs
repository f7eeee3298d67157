using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Settings;

namespace LearningDev.Catalogue.Importing;

/// <summary>What imported entries get where the file says nothing; a part of the settings section "CatalogueSettings".</summary>
internal sealed class ImportSettings
{
    /// <summary>The state of quality assurance of what nobody has looked at yet.</summary>
    public const string NotChecked = "not-checked";

    /// <summary>The id of the topic of rows for which no other is found.</summary>
    [Display(Name = "Topic", Description = "Of entries for which no other is found"), ChosenFrom(typeof(TopicChoices))]
    public string Topic { get; set; } = "topic-communication";

    /// <summary>How important the learning is.</summary>
    [Display(Name = "Classification"), Required, ChosenFrom(typeof(ClassificationChoices))]
    public string Classification { get; set; } = "personal-or-professional";

    /// <summary>The pillar of the learning strategy.</summary>
    [Display(Name = "Pillar of the strategy"), Required, ChosenFrom(typeof(PillarChoices))]
    public string Pillar { get; set; } = "professional";

    /// <summary>Whom it is for.</summary>
    [Display(Name = "Whom it is for"), Required, ChosenFrom(typeof(AudienceChoices))]
    public string Audience { get; set; } = "everyone";

    /// <summary>Words by the id of the topic that they tell of, divided by commas: what topics are guessed by.</summary>
    [Display(Name = "Words that tell of a topic", ShortName = "Topic", Description = "A topic is guessed by these words in title and subject. Put commas between them")]
    [ColumnNames("Topic", "Words"), ChosenFrom(typeof(TopicChoices))]
    public Dictionary<string, string> TopicWords { get; set; } = new()
    {
        ["topic-leadership"] = "leadership, leader, leaders, leading, manager, managers, managing people, managing teams, managing performance, team, teams, teamworking, delegation, feedback, matrix, "
            + "performance, direct reports, remote employees, nurturing talent, inclusive leadership",
        ["topic-health-safety"] = "health, safety, wellbeing, resilience, resilient, mindfulness, mental health, stress, first aid",
        ["topic-equality"] = "equality, diversity, inclusion, inclusive, unconscious bias, accessibility",
        ["topic-information"] = "information governance, data protection, responsibility for information, gdpr, freedom of information, records management",
        ["topic-finance"] = "finance, budget, budgets, commercial, procurement, procuring, contract, contracts, contract management, business cases, cips, negotiation, accounting, "
            + "commissioning, economics, investing",
        ["topic-digital"] = "digital, data, software, programming, computer, computing, web, html, css, javascript, typescript, java, python, php, ruby, perl, c, c++, c#, go, golang, rust, "
            + "kotlin, swift, scala, haskell, lisp, erlang, elixir, clojure, r, matlab, sql, mysql, postgresql, mongodb, database, databases, db, dbms, nosql, linux, unix, bash, "
            + "shell, git, docker, kubernetes, devops, android, ios, mobile, flutter, react, angular, vue, vue js, node, node js, django, laravel, spring, bootstrap, jquery, arduino, "
            + "raspberry pi, algorithms, machine learning, deep learning, artificial intelligence, ai, cloud, aws, azure, security, cybersecurity, networking, networks, "
            + "operating systems, compiler, compilers, compiler design, open source, blockchain, game development, spreadsheet, excel, visualisation, engineering culture, "
            + "asp net, net, f#, vb, delphi, assembly, latex, markdown, regular expressions, testing, iot, api, graphql, wordpress, programación",
        ["topic-customer"] = "customer, customers, customer service, complaints",
        ["topic-communication"] = "communication, communications, communicating, presentation, presentations, writing, written, verbal, time management, emotional intelligence, "
            + "goal, goals, goal setting, smart objectives, objectives, difficult conversations, negotiating, collaboration, growth mindset, listening",
        ["topic-coaching"] = "coaching, coach, mentoring, mentor, developing people, one to one support",
        ["topic-projects"] = "project, projects, project delivery, project management, prince2, agile, msp, managing successful programmes, programme management, change, "
            + "outcomes and benefits, risk, risks, stakeholder",
        ["topic-safeguarding"] = "safeguarding, child protection",
        ["topic-democracy"] = "government, democracy, councillors, ministers, policy, politics",
        ["topic-qualifications"] = "qualification, qualifications, apprenticeship, apprenticeships",
        ["topic-hr"] = "human resources, hr, recruitment, poor performance, employee relations, absence",
        ["topic-climate"] = "climate, carbon, sustainability",
        ["topic-induction"] = "induction, new starters",
        ["topic-careers"] = "career, careers, applying for jobs, interview, cv",
    };
}
