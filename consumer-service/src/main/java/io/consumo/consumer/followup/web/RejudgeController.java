package io.consumo.consumer.followup.web;

import io.consumo.consumer.followup.FollowMarks;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Has a client judged again, for the API: people decided something about it. */
@RestController
class RejudgeController {

    private final FollowMarks follow;

    RejudgeController(FollowMarks follow) {
        this.follow = follow;
    }

    @PostMapping("/internal/clients/{id}/rejudge")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void rejudge(@PathVariable String id) {
        follow.rejudge(id);
    }
}
